import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { favouritesOf, keepAtHand, unsentFavourites } from './favourites.ts';
import { followAccount } from './preference-sync.ts';
import { data, type FakeBrowser, fakeBrowser } from './testing/browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => vi.unstubAllGlobals());

const SAID = { language: 'fr', theme: 'auto', textSize: 100 } as const;

test('what is kept at hand without a network holds at once, and goes to the account when there is one', async () => {
  keepAtHand('fa', 'iv-curve-test', true);
  keepAtHand('fa', 'module-cleaning', true);
  await expect(followAccount('fa')).rejects.toThrow();
  expect(favouritesOf('fa').get()).toEqual(['module-cleaning', 'iv-curve-test']);
  browser.answer('preference.set', data({ ...SAID, favourites: ['module-cleaning', 'iv-curve-test'] }));
  await followAccount('fa');
  expect(browser.calls.at(-1)?.body).toEqual({ favourites: ['module-cleaning', 'iv-curve-test'] });
  expect(unsentFavourites('fa')).toEqual({});
});

test('what was kept on another device is taken; what is chosen here meanwhile is not taken back', async () => {
  browser.answer('preference.get', data({ ...SAID, favourites: ['iv-curve-test'] }));
  await followAccount('fb');
  expect(favouritesOf('fb').get()).toEqual(['iv-curve-test']);
  const told = followAccount('fb');
  await vi.waitFor(() => expect(browser.calls).toHaveLength(2));
  keepAtHand('fb', 'iv-curve-test', false);
  await told;
  expect([favouritesOf('fb').get(), unsentFavourites('fb')]).toEqual([[], { favourites: [] }]);
});

test('is each person’s own on a shared phone', () => {
  keepAtHand('fc', 'iv-curve-test', true);
  expect(favouritesOf('fd').get()).toEqual([]);
});
