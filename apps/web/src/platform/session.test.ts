import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { knownPeople } from './identity.ts';
import { language } from './preferences.ts';
import { deviceLabel, endSession, session, signIn, startSession } from './session.ts';
import { data, type FakeBrowser, fakeBrowser, refusal } from './testing/browser.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const me = (n = 1, role = 'technician') => ({
  id: id(n),
  user: { id: id(n), email: `p${n}@x.test`, name: `Person ${n}`, language: 'en' },
  organisation: { id: id(90), name: 'Org', slug: 'org', timeZone: 'Europe/Paris', placePolicy: 'off', photoSide: 2048 },
  role,
  permissions: ['sync.exchange'],
  certifications: [{ code: 'B1V', expires: null }],
  organisations: [{ id: id(90), name: 'Org', slug: 'org' }],
  session: {},
});
const credentials = { email: 'p1@x.test', password: 'long enough for this' };

let browser: FakeBrowser;
let end = (): void => undefined;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(async () => {
  end();
  await endSession();
  vi.unstubAllGlobals();
});

const signedIn = async (n = 1) => {
  browser.answer('auth.signIn', data({ kind: 'signed_in', ...me(n) }));
  browser.answer('auth.me', data(me(n)));
  return signIn(credentials, 'phone');
};
const person = () => {
  const now = session.get();
  return now.kind === 'person' ? { name: now.identity.user.name, role: now.identity.role, isOver: now.isOver } : null;
};

describe('signing in', () => {
  test('makes the person known on this device, in their language, without keeping anything secret', async () => {
    expect((await signedIn()).kind).toBe('signed_in');
    expect(person()).toEqual({ name: 'Person 1', role: 'technician', isOver: false });
    expect(language.get()).toBe('en');
    expect([...browser.stored.values()].join()).not.toContain(credentials.password);
    expect(browser.calls[0]?.body).toMatchObject({ device: { kind: 'phone', label: 'Chrome · Android' } });
  });

  test('asks where, for people of several organisations', async () => {
    browser.answer('auth.signIn', data({ kind: 'choose', organisations: [{ id: id(1), name: 'A', slug: 'a' }] }));
    expect(await signIn(credentials, 'phone')).toMatchObject({ kind: 'choose', organisations: [{ name: 'A' }] });
    expect(person()).toBeNull();
  });

  test('that is refused, or does not reach the server, is an answer and no accident', async () => {
    browser.answer('auth.signIn', refusal('SIGNED_OUT', 401, { reason: 'credentials' }));
    expect(await signIn(credentials, 'phone')).toMatchObject({ kind: 'refused', error: { code: 'SIGNED_OUT' } });
    browser.answer('auth.signIn', refusal('TOO_MANY', 429, { retryAfter: 30 }));
    expect(await signIn(credentials, 'phone')).toMatchObject({ kind: 'refused', error: { code: 'TOO_MANY', details: { retryAfter: 30 } } });
    browser.answer('auth.signIn', 'unreachable');
    expect(await signIn(credentials, 'phone')).toMatchObject({ kind: 'refused', error: { code: 'UNREACHED' } });
    browser.answer('auth.signIn', { body: '<html>hotel</html>', type: 'text/html' });
    expect(await signIn(credentials, 'phone')).toMatchObject({ kind: 'refused', error: { code: 'UNREACHED' } });
    expect(person()).toBeNull();
  });
});

describe('a known person', () => {
  test('is at work again after a reload without a network', async () => {
    await signedIn();
    browser.answer('auth.me', 'unreachable');
    end = startSession();
    await vi.waitFor(() => expect(browser.calls.at(-1)?.path).toBe('auth.me'), { timeout: 20_000 });
    expect(person()).toMatchObject({ name: 'Person 1', isOver: false });
  });

  test('whose session is over is still at work, and asked to sign in again', async () => {
    await signedIn();
    browser.answer('auth.me', refusal('SIGNED_OUT', 401));
    end = startSession();
    await vi.waitFor(() => expect(person()).toMatchObject({ name: 'Person 1', isOver: true }), { timeout: 20_000 });
    const kinds = new Set<string>();
    const unwatch = session.subscribe(() => void kinds.add(session.get().kind));
    await signedIn();
    unwatch();
    expect(person()).toMatchObject({ isOver: false });
    // What is on the screen, and not yet recorded, stays there.
    expect([...kinds]).toEqual(['person']);
  });

  test('who mistypes a password has no other session for it', async () => {
    await signedIn();
    browser.answer('auth.signIn', refusal('SIGNED_OUT', 401, { reason: 'credentials' }));
    end = startSession();
    expect((await signIn(credentials, 'phone')).kind).toBe('refused');
    expect(person()).toMatchObject({ isOver: false });
  });

  test('has the role that the server says now', async () => {
    await signedIn();
    browser.answer('auth.me', data(me(1, 'supervisor')));
    end = startSession();
    await vi.waitFor(() => expect(person()).toMatchObject({ role: 'supervisor' }), { timeout: 20_000 });
  });

  test('is not mixed up with the one whose session this browser holds', async () => {
    await signedIn();
    browser.answer('auth.me', data(me(2)));
    end = startSession();
    await vi.waitFor(() => expect(person()).toMatchObject({ name: 'Person 1', isOver: true }), { timeout: 20_000 });
  });

  test('who signed out in another tab is gone here too', async () => {
    await signedIn();
    end = startSession();
    browser.stored.delete('heliograph.identity');
    browser.fire('storage', { key: 'heliograph.identity' });
    expect(person()).toBeNull();
  });
});

describe('signing out', () => {
  test('without a network is told to the server as soon as there is one', async () => {
    await signedIn();
    browser.answer('auth.signOut', 'unreachable');
    await endSession();
    expect(person()).toBeNull();
    end = startSession();
    browser.answer('auth.signOut', data({ kind: 'signed_out' }));
    browser.fire('online');
    await vi.waitFor(() => expect(browser.calls.filter(({ path }) => path === 'auth.signOut').length).toBeGreaterThanOrEqual(2), { timeout: 20_000 });
    await vi.waitFor(() => expect(browser.stored.has('heliograph.sign-out-untold')).toBe(false), { timeout: 20_000 });
  });

  test('leaves a name, so that unsent work can be told to be theirs', async () => {
    await signedIn(1);
    await endSession();
    await signedIn(2);
    expect(knownPeople().map(({ name }) => name)).toEqual(['Person 2', 'Person 1']);
  });
});

test('stored words that are no identity are nobody', () => {
  for (const text of ['', '{', '{}', 'null', '[]', '{"org":{"id":"x"}}']) {
    browser.stored.set('heliograph.identity', text);
    end = startSession();
    expect(person()).toBeNull();
    end();
  }
});

test('a session is named so that its owner recognises the device', () => {
  const agents = {
    'Chrome · Android': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
    'Safari · iPhone':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Firefox · Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'Edge · Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
  };
  for (const [label, agent] of Object.entries(agents)) expect(deviceLabel(agent)).toBe(label);
});
