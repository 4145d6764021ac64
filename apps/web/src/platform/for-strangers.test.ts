import { afterEach, expect, test, vi } from 'vitest';
import { forStrangers } from './for-strangers.ts';
import { IDENTITY } from './identity.ts';

/** What a page asks for, given what is stored. */
function asked(localStorage: object): object[] {
  const links: object[] = [];
  vi.stubGlobal('localStorage', localStorage);
  vi.stubGlobal('document', { createElement: () => ({}), head: { appendChild: (link: object) => links.push(link) } });
  new Function(forStrangers(['/_next/a.js', '/_next/b.css']))();
  return links;
}
afterEach(() => vi.unstubAllGlobals());

const SIGN_IN = [
  { rel: 'preload', as: 'script', href: '/_next/a.js' },
  { rel: 'preload', as: 'style', href: '/_next/b.css' },
];

test('a stranger’s phone asks for the sign-in with its first files, one that is known does not', () => {
  expect(asked({ getItem: () => null })).toEqual(SIGN_IN);
  expect(asked({ getItem: (key: string) => (key === IDENTITY ? '{}' : null) })).toEqual([]);
});

test('where nothing may be stored everybody is a stranger', () => {
  const getItem = () => {
    throw new Error('SecurityError');
  };
  expect(asked({ getItem })).toEqual(SIGN_IN);
});
