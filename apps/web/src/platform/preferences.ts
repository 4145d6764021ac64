import { type Appearance, applyAppearance, chromeColors, textSizes } from '@heliograph/ui';
import { createContext, useContext } from 'react';
import { STORED } from './before-paint.ts';
import { cell, type Readable, useReadable } from './readable.ts';

export type Language = 'fr' | 'en';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];
/** To choose from, each by its own name: whoever looks for theirs may read no other. */
export const LANGUAGE_OPTIONS = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Language; label: string }[];
export const THEMES = ['auto', 'clair', 'sombre', 'soleil'] as const satisfies readonly Appearance['theme'][];

/** How a person likes to read. Kept on the device, for each person who uses it and for whoever is not signed in. */
export interface Preferences extends Appearance {
  /** Null until chosen: the account's language, else the browser's. */
  language: Language | null;
}

/** What a person's account says of it. */
export type AccountPreferences = Preferences & { readonly language: Language };
export type Wish = Partial<AccountPreferences>;

const NONE: Preferences = { language: null, theme: 'auto', textSize: 100 };

const held = cell<Preferences>(NONE);
const spoken = cell<Language>('fr');
/** Whose preferences are on screen, and what their account says. `device`: of nobody in particular, chosen before signing in. */
let reader: { readonly key: string; readonly accountLanguage: Language | null } = { key: 'device', accountLanguage: null };
/** Chosen on this very page before somebody signed in: it is theirs. What lay on the device before is nobody's. */
let early: Wish = {};
const wishes = cell(0);
/** Grows with each wish of a person whose account should hear of it. */
export const wished: Readable<number> = wishes;

export const preferences: Readable<Preferences> = held;
export const usePreferences = (): Preferences => useReadable(held);
export const language: Readable<Language> = spoken;

/** A part of the screen in a language of its own: a document for somebody else. */
export const SpokenHere = createContext<Language | null>(null);
export function useLanguage(): Language {
  const own = useReadable(spoken);
  return useContext(SpokenHere) ?? own;
}

export const isLanguage = (text: unknown): text is Language => text === 'fr' || text === 'en';

/** Puts a person's preferences on screen; null: of the device. A language chosen before signing in stays. */
export function readAs(person: string | null, accountLanguage: Language | null): void {
  reader = { key: person ?? 'device', accountLanguage };
  show(stored(`${STORED}:${reader.key}`) ?? stored(`${STORED}:device`) ?? NONE);
  if (person === null) return;
  const taken = early;
  early = {};
  if (Object.keys(taken).length > 0) prefer(taken);
}

/** Holds at once, on this device; the person's account hears of it when it can (`preference-sync.ts`). */
export function prefer(wish: Wish): void {
  keep({ ...held.get(), ...wish });
  if (reader.key === 'device') {
    early = { ...early, ...wish };
    return;
  }
  localStorage.setItem(`${UNSENT}:${reader.key}`, JSON.stringify({ ...unsentOf(reader.key), ...wish }));
  wishes.set(wishes.get() + 1);
}

/** Something else that follows the person was changed: their account should hear of it. */
export const tellAccount = (): void => wishes.set(wishes.get() + 1);

const UNSENT = 'heliograph.preferences-unsent';

/** What a person chose on this device and their account has not heard of; empty where nothing is. */
export function unsentOf(person: string): Wish {
  try {
    const { language, theme, textSize } = JSON.parse(localStorage.getItem(`${UNSENT}:${person}`) ?? '{}');
    return {
      ...(isLanguage(language) ? { language } : {}),
      ...(THEMES.some((one) => one === theme) ? { theme } : {}),
      ...(textSizes.some((size) => size === textSize) ? { textSize } : {}),
    };
  } catch {
    return {};
  }
}

/** The account has heard of a wish. A later one, made meanwhile, still waits. */
export function markSent(person: string, sent: Wish): void {
  const left = Object.fromEntries(Object.entries(unsentOf(person)).filter(([key, value]) => Reflect.get(sent, key) !== value));
  if (Object.keys(left).length === 0) localStorage.removeItem(`${UNSENT}:${person}`);
  else localStorage.setItem(`${UNSENT}:${person}`, JSON.stringify(left));
}

/** What the account says, from whichever device; what was chosen here and is still unsent goes before it. */
export function accountSays(person: string, said: AccountPreferences): void {
  if (reader.key !== person) return;
  const next = { ...said, ...unsentOf(person) };
  if (JSON.stringify(next) !== JSON.stringify(held.get())) keep(next);
}

function keep(next: Preferences): void {
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
