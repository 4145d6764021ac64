import { readFileSync } from 'node:fs';
import { chromeColors, pageColors } from '@heliograph/ui';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BEFORE_PAINT, CHROME, STORED } from './before-paint.ts';
import { browserLanguage } from './preferences.ts';

/** What the script makes of a page, given what is stored and what the browser speaks. */
function paint(stored: string | null, languages: readonly string[] = ['fr-FR']) {
  const attributes: Record<string, string> = {};
  const setAttribute = (name: string, value: string) => {
    attributes[name] = value;
  };
  const root = { lang: '', setAttribute };
  vi.stubGlobal('document', { documentElement: root });
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === STORED ? stored : null) });
  new Function(BEFORE_PAINT)();
  return { lang: root.lang, ...attributes };
}
afterEach(() => vi.unstubAllGlobals());

describe('before the first paint', () => {
  test('the chosen theme, size and language are on the page', () => {
    expect(paint(JSON.stringify({ language: 'en', theme: 'sombre', textSize: 150 }))).toEqual({
      lang: 'en',
      'data-theme': 'sombre',
      'data-text-size': '150',
    });
  });

  test('what follows the device is left to the style sheet', () => {
    expect(paint(JSON.stringify({ language: null, theme: 'auto', textSize: 100 }))).toEqual({ lang: 'fr' });
    expect(paint(null)).toEqual({ lang: 'fr' });
  });

  test('broken or foreign values are passed over', () => {
    expect(paint('{"theme":"<script>"')).toEqual({ lang: 'fr' });
    expect(paint(JSON.stringify({ language: 'xx', theme: 'rose' }))).toEqual({ lang: 'fr' });
  });

  test('the language is the one the app will choose', () => {
    for (const languages of [['en-US', 'fr'], ['de-DE', 'en'], ['de', 'it'], [], ['fr-CA']])
      expect(paint(null, languages).lang).toBe(browserLanguage(languages));
  });
});

test('the browser’s bars and the installed app’s first moment have the design system’s colours', () => {
  expect(CHROME.map(({ color }) => color)).toEqual([chromeColors.clair, chromeColors.sombre]);
  const manifest = JSON.parse(readFileSync(new URL('../../public/manifest.webmanifest', import.meta.url), 'utf8'));
  expect([manifest.theme_color, manifest.background_color]).toEqual([chromeColors.clair, pageColors.clair]);
});
