import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, newcomer, PASSWORD, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const ask = (path: string, cookie: string, input?: unknown) => server.call(path, { method: 'POST', cookie, input });
const me = (cookie: string) => server.call('auth.me', { cookie });
const NEXT = 'trente-deux onduleurs alignés';

test('a new password: this session goes on under a new token, the others only deliver, and the old password is of no use', async () => {
  const { email, cookie } = await newcomer(server, server.own, 'technician');
  const other = cookieOf((await server.call('auth.signIn', { method: 'POST', input: { email, password: PASSWORD } })).headers);
  const changed = await ask('auth.changePassword', cookie, { current: PASSWORD, next: NEXT });
  expect(changed.data).toEqual({ ended: 1 });
  expect((await me(cookie)).status).toBe(401);
  expect((await me(cookieOf(changed.headers))).status).toBe(200);
  expect((await me(other)).error?.details).toEqual({ reason: 'deliver_only' });
  const signIn = (password: string) => server.call('auth.signIn', { method: 'POST', input: { email, password } });
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await signIn(NEXT)).status).toBe(200);
});

test('the others may be left alone', async () => {
  const { email, cookie } = await newcomer(server, server.own, 'technician');
  const other = cookieOf((await server.call('auth.signIn', { method: 'POST', input: { email, password: PASSWORD } })).headers);
  expect((await ask('auth.changePassword', cookie, { current: PASSWORD, next: NEXT, endOthers: false })).data).toEqual({ ended: 0 });
  expect((await me(other)).status).toBe(200);
});

test('without the right current password, with a weak one or the same one, nothing changes; guessing it is slowed like a sign-in', async () => {
  const { cookie } = await newcomer(server, server.own, 'technician');
  const change = (current: string, next: string) => ask('auth.changePassword', cookie, { current, next });
  expect((await change(PASSWORD, 'court')).error?.details).toMatchObject({ reason: 'password_short' });
  expect((await change(PASSWORD, PASSWORD)).error?.details).toEqual({ reason: 'password_same' });
  for (let n = 0; n < 5; n++) expect((await change('pas le bon mot de passe', NEXT)).error).toMatchObject({ details: { reason: 'credentials' } });
  expect((await change(PASSWORD, NEXT)).error?.code).toBe('TOO_MANY');
  expect((await me(cookie)).status).toBe(200);
});

test('people see where they are signed in, and end one session or all the others, never somebody else’s', async () => {
  const { email, cookie } = await newcomer(server, server.own, 'technician');
  const others = [1, 2, 3].map(() => server.call('auth.signIn', { method: 'POST', input: { email, password: PASSWORD } }));
  await Promise.all(others);
  const { items } = (await server.call('auth.sessions', { cookie })).data;
  expect(items).toHaveLength(4);
  const [current] = items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  const [other] = items.filter(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
  expect((await ask('auth.endSession', cookie, { handle: current.handle })).error?.code).toBe('NOT_FOUND');
  expect((await ask('auth.endSession', cookie, { handle: other.handle })).data).toEqual({ ended: 1 });
  expect((await ask('auth.endOtherSessions', cookie)).data).toEqual({ ended: 2 });
  expect((await me(cookie)).status).toBe(200);
  const stranger = await server.signIn(server.own.people.technician);
  expect((await ask('auth.endSession', stranger, { handle: current.handle })).error?.code).toBe('NOT_FOUND');
});

test('a new name is everywhere at once', async () => {
  const { cookie, user } = await newcomer(server, server.own, 'technician');
  expect((await ask('auth.rename', cookie, { name: ' Zoé Lenoir ' })).data).toEqual({ name: 'Zoé Lenoir' });
  expect((await me(cookie)).data.user.name).toBe('Zoé Lenoir');
  const admin = await server.signIn(server.own.people.admin);
  expect((await server.call('person.get', { cookie: admin, input: { id: user } })).data.person.name).toBe('Zoé Lenoir');
});

test('preferences follow the person from one device to the next, and are theirs alone', async () => {
  const { email, cookie } = await newcomer(server, server.own, 'technician');
  expect((await server.call('preference.get', { cookie })).data).toEqual({ language: 'fr', theme: 'auto', textSize: 100, favourites: [] });
  expect((await ask('preference.set', cookie, { theme: 'soleil' })).data).toMatchObject({ language: 'fr', theme: 'soleil', textSize: 100 });
  const both = await ask('preference.set', cookie, { textSize: 150, language: 'en', favourites: ['iv-curve-test'] });
  expect(both.data).toEqual({ language: 'en', theme: 'soleil', textSize: 150, favourites: ['iv-curve-test'] });
  const second = cookieOf((await server.call('auth.signIn', { method: 'POST', input: { email, password: PASSWORD } })).headers);
  expect((await server.call('preference.get', { cookie: second })).data).toEqual(both.data);
  expect((await me(second)).data.user.language).toBe('en');
  for (const wrong of [{ theme: 'pink' }, { textSize: 110 }, { language: 'de' }])
    expect((await ask('preference.set', cookie, wrong)).error?.code).toBe('INVALID');
});
