import type { Language } from './preferences.ts';

const rules: Readonly<Record<Language, Intl.PluralRules>> = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

export interface Forms {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

/**
 * The form for a count, with `#` replaced by the number: `plural('fr', n, { one: '# photo', other: '# photos' })`.
 * The number and its noun stay on one line. French says one for zero and for 1.5, English does not; `zero` is said instead where it is given.
 */
export function plural(language: Language, count: number, { zero, one, other }: Forms): string {
  if (count === 0 && zero !== undefined) return zero;
  return (rules[language].select(count) === 'one' ? one : other)
    .replaceAll('# ', '#\u00a0')
    .replaceAll('#', new Intl.NumberFormat(language).format(count));
}
