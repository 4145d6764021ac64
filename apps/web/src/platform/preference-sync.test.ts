import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followAccount } from './preference-sync.ts';
import { language, prefer, preferences, readAs, unsentOf } from './preferences.ts';
import { data, type FakeBrowser, fakeBrowser, refusal } from './testing/browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
  readAs(null, null);
});
afterEach(() => vi.unstubAllGlobals());

const STORED = { language: 'fr', theme: 'auto', textSize: 100 } as const;
const talks = () => browser.calls.map(({ path, body }) => [path, body]);

test('what was chosen on another device is taken when this one hears of it', async () => {
  readAs('a', 'fr');
  browser.answer('preference.get', data({ ...STORED, language: 'en', textSize: 130 }));
  await followAccount('a');
  expect([language.get(), preferences.get().textSize]).toEqual(['en', 130]);
});

test('what is chosen here without a network holds at once, survives a restart, and goes when there is one', async () => {
  readAs('b', 'fr');
  prefer({ theme: 'soleil' });
  await expect(followAccount('b')).rejects.toThrow();
  expect([preferences.get().theme, unsentOf('b')]).toEqual(['soleil', { theme: 'soleil' }]);
  readAs('b', 'fr');
  browser.answer('preference.set', data({ ...STORED, theme: 'soleil', textSize: 150 }));
  await followAccount('b');
  expect(talks().at(-1)).toEqual(['preference.set', { theme: 'soleil' }]);
  expect([preferences.get().theme, preferences.get().textSize, unsentOf('b')]).toEqual(['soleil', 150, {}]);
});

test('a wish made while the account was being told of another is not taken back by the answer', async () => {
  readAs('c', 'fr');
  prefer({ textSize: 115 });
  browser.answer('preference.set', data({ ...STORED, textSize: 115 }));
  const told = followAccount('c');
  await vi.waitFor(() => expect(browser.calls).toHaveLength(1));
  prefer({ textSize: 130 });
  await told;
  expect([preferences.get().textSize, unsentOf('c')]).toEqual([130, { textSize: 130 }]);
});

test('an answer that comes after a colleague has taken over changes nothing on their screen', async () => {
  readAs('d', 'fr');
  browser.answer('preference.get', data({ ...STORED, theme: 'sombre' }));
  const heard = followAccount('d');
  readAs('e', 'fr');
  await heard;
  expect(preferences.get().theme).toBe('auto');
});

test('a language chosen on the way in goes with whoever signs in; what lay on the device before does not', () => {
  prefer({ language: 'en' });
  readAs('f', 'fr');
  expect(unsentOf('f')).toEqual({ language: 'en' });
  readAs('g', 'fr');
  expect(unsentOf('g')).toEqual({});
});

test('a server that refuses keeps the wish for the next time', async () => {
  readAs('h', 'fr');
  prefer({ language: 'en' });
  browser.answer('preference.set', refusal('UNAVAILABLE', 503));
  await expect(followAccount('h')).rejects.toThrow();
  expect(unsentOf('h')).toEqual({ language: 'en' });
});
