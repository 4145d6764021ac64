import { type Appearance, applyAppearance, chromeColors, textSizes } from '@heliograph/ui';
import { STORED } from './before-paint.ts';
import { cell, type Readable, useReadable } from './readable.ts';

export type Language = 'fr' | 'en';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];
export const THEMES = ['auto', 'clair', 'sombre', 'soleil'] as const satisfies readonly Appearance['theme'][];

/** How a person likes to read. Kept on the device, for each person who uses it and for whoever is not signed in. */
export interface Preferences extends Appearance {
  /** Null until chosen: the account's language, else the browser's. */
  language: Language | null;
}

const NONE: Preferences = { language: null, theme: 'auto', textSize: 100 };

const held = cell<Preferences>(NONE);
const spoken = cell<Language>('fr');
/** Whose preferences are on screen, and what their account says. `device`: of nobody in particular, chosen before signing in. */
let reader: { readonly key: string; readonly accountLanguage: Language | null } = { key: 'device', accountLanguage: null };

export const preferences: Readable<Preferences> = held;
export const usePreferences = (): Preferences => useReadable(held);
export const language: Readable<Language> = spoken;
export const useLanguage = (): Language => useReadable(spoken);

export const isLanguage = (text: unknown): text is Language => text === 'fr' || text === 'en';

/** Puts a person's preferences on screen; null: of the device. A language chosen before signing in stays. */
export function readAs(person: string | null, accountLanguage: Language | null): void {
  reader = { key: person ?? 'device', accountLanguage };
  show(stored(`${STORED}:${reader.key}`) ?? stored(`${STORED}:device`) ?? NONE);
}

export function prefer(wish: Partial<Preferences>): void {
  const next = { ...held.get(), ...wish };
  localStorage.setItem(`${STORED}:${reader.key}`, JSON.stringify(next));
  show(next);
}

function show(next: Preferences): void {
  const { accountLanguage } = reader;
  held.set(next);
  spoken.set(next.language ?? accountLanguage ?? browserLanguage());
  localStorage.setItem(STORED, JSON.stringify(next));
  apply(document.documentElement);
}

function apply(root: HTMLElement): void {
  const { theme } = held.get();
  root.lang = spoken.get();
  applyAppearance(root, held.get());
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    bar.content = chromeColors[theme === 'auto' ? (bar.media.includes('dark') ? 'sombre' : 'clair') : theme];
}

/** The first of the browser's languages that we speak. */
export const browserLanguage = (wanted: readonly string[] = navigator.languages): Language =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'fr';

function stored(key: string): Preferences | null {
  try {
    const { language, theme, textSize } = JSON.parse(localStorage.getItem(key) ?? 'null') ?? {};
    if (theme === undefined) return null;
    return {
      language: isLanguage(language) ? language : null,
      theme: THEMES.find((one) => one === theme) ?? 'auto',
      textSize: textSizes.find((size) => size === textSize) ?? 100,
    };
  } catch {
    return null;
  }
}
