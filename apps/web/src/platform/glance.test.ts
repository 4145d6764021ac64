import { INVITATION_PATH } from '@heliograph/domain/person';
import { afterEach, expect, test, vi } from 'vitest';
import { GLANCE, KEEP_GLANCE, takeGlance } from './glance.ts';
import { IDENTITY } from './identity.ts';

interface Visit {
  readonly language?: string;
  readonly path?: string;
  readonly identity?: string | null;
}

/** What the script leaves of the page's two copies: their languages, and what a form that is sent meets. */
function keep({ language = 'fr', path = '/app', identity = null }: Visit) {
  const left = new Set(['fr', 'en']);
  const attributes = new Map<string, string>();
  let sent: (event: { preventDefault(): void }) => void = () => undefined;
  const glance = {
    children: [...left].map((lang) => ({ lang, remove: () => left.delete(lang) })),
    remove: () => left.clear(),
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    addEventListener: (_: string, listener: typeof sent) => {
      sent = listener;
    },
  };
  vi.stubGlobal('document', { documentElement: { lang: language }, getElementById: (id: string) => (id === GLANCE ? glance : null) });
  vi.stubGlobal('location', { pathname: path });
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === IDENTITY ? identity : null) });
  new Function(KEEP_GLANCE)();
  return { left: [...left], attributes, send: (event: { preventDefault(): void }) => sent(event) };
}
afterEach(() => vi.unstubAllGlobals());

test('a stranger sees the sign-in of their language', () => {
  expect(keep({}).left).toEqual(['fr']);
  expect(keep({ language: 'en' }).left).toEqual(['en']);
});

test('nobody who is known here, or who was invited, sees it', () => {
  expect(keep({ identity: '{}' }).left).toEqual([]);
  expect(keep({ path: INVITATION_PATH }).left).toEqual([]);
});

test('nothing is sent before the application runs: that somebody wanted to is noted', () => {
  const { attributes, send } = keep({});
  const preventDefault = vi.fn();
  send({ preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(attributes.get('aria-busy')).toBe('true');
});

test('what was begun is taken once: values, place and wish', () => {
  const [email, password] = [{ value: 'tech@' }, { value: 'quatre' }];
  let isThere = true;
  const glance = {
    querySelector: (wanted: string) => (wanted.includes('email') ? email : password),
    getAttribute: () => null,
    remove: () => {
      isThere = false;
    },
  };
  vi.stubGlobal('document', { activeElement: password, getElementById: () => (isThere ? glance : null) });
  expect(takeGlance()).toEqual({ email: 'tech@', password: 'quatre', focus: 'password', isSent: false });
  expect(takeGlance()).toBeNull();
});
