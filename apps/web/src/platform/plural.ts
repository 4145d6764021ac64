import type { Language } from './preferences.ts';

export interface Forms {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Which counts are one, by the plural rules of Unicode CLDR: `i = 0,1` in French, `i = 1 and v = 0` in English. Written out, because the first
 * `Intl` object of a page takes a slow phone a tenth of a second, and every screen counts something.
 */
const isOne: Readonly<Record<Language, (count: number) => boolean>> = { fr: (count) => count < 2, en: (count) => count === 1 };

/**
 * The form for a count, with `#` replaced by the number: `plural('fr', n, { one: '# photo', other: '# photos' })`.
 * The number and its noun stay on one line. French says one for zero and for 1.5, English does not; `zero` is said instead where it is given.
 */
export function plural(language: Language, count: number, { zero, one, other }: Forms): string {
  if (count === 0 && zero !== undefined) return zero;
  return (isOne[language](count) ? one : other).replaceAll('# ', '#\u00a0').replaceAll('#', written(language, count));
}

/** Below a thousand a whole number is written alike in every language. */
const written = (language: Language, count: number): string =>
  Number.isInteger(count) && count < 1000 ? String(count) : new Intl.NumberFormat(language).format(count);
