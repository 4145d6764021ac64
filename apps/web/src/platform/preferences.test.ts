import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { language, prefer, preferences, readAs } from './preferences.ts';
import { type FakeBrowser, fakeBrowser } from './testing/browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser(['de-DE', 'en-US']);
  readAs(null, null);
});
afterEach(() => vi.unstubAllGlobals());

const page = () => document.documentElement;

describe('how a person likes to read', () => {
  test('is on the page at once, and what the script before the first paint will find', () => {
    prefer({ theme: 'soleil', textSize: 130, language: 'fr' });
    expect([page().lang, page().dataset['theme'], page().dataset['textSize']]).toEqual(['fr', 'soleil', '130']);
    expect(JSON.parse(browser.stored.get('heliograph.preferences') ?? '')).toEqual({ language: 'fr', theme: 'soleil', textSize: 130 });
    prefer({ theme: 'auto', textSize: 100 });
    expect(page().dataset).toEqual({});
  });

  test('is each person’s own on a shared phone', () => {
    readAs('a', 'fr');
    prefer({ theme: 'sombre' });
    readAs('b', 'en');
    expect([preferences.get().theme, language.get()]).toEqual(['auto', 'en']);
    readAs('a', 'fr');
    expect([preferences.get().theme, language.get()]).toEqual(['sombre', 'fr']);
  });

  test('chosen before signing in is taken along; otherwise the account’s language, else the browser’s', () => {
    expect(language.get()).toBe('en');
    readAs('c', 'fr');
    expect(language.get()).toBe('fr');
    readAs(null, null);
    prefer({ language: 'en' });
    readAs('d', 'fr');
    expect(language.get()).toBe('en');
  });

  test('that is stored badly is passed over', () => {
    for (const text of ['{', '[]', '{"theme":"rose","textSize":9,"language":"xx"}']) {
      browser.stored.set('heliograph.preferences:e', text);
      readAs('e', null);
      expect(preferences.get()).toEqual({ language: null, theme: 'auto', textSize: 100 });
    }
  });
});
