import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, newcomer, PASSWORD, type TestServer, testServer } from '../testing/index.ts';

const MINUTE = 60_000;
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const ask = (path: string, cookie: string, input?: unknown) => server.call(path, { method: 'POST', cookie, input });

test('a sensitive act eleven minutes after the password asks for it again, and goes once it is given, under a new token', async () => {
  const admin = await newcomer(server, server.own, 'admin');
  const { user } = await newcomer(server, server.own, 'technician');
  expect((await ask('person.reset', admin.cookie, { id: user })).status).toBe(200);
  server.pass(11 * MINUTE);
  const { error } = await ask('person.reset', admin.cookie, { id: user });
  expect(error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'confirm' } });
  const confirmed = await ask('auth.confirm', admin.cookie, { password: PASSWORD });
  expect(confirmed.data).toEqual({ kind: 'confirmed' });
  expect((await server.call('auth.me', { cookie: admin.cookie })).status).toBe(401);
  expect((await ask('person.reset', cookieOf(confirmed.headers), { id: user })).status).toBe(200);
});

test('a wrong password confirms nothing', async () => {
  const { cookie } = await newcomer(server, server.own, 'admin');
  server.pass(11 * MINUTE);
  expect((await ask('auth.confirm', cookie, { password: 'pas celui-là du tout' })).error).toMatchObject({ details: { reason: 'credentials' } });
  expect((await ask('person.changeEmail', cookie, { id: crypto.randomUUID(), revision: 0, email: 'x@own.test' })).error).toMatchObject({
    details: { reason: 'confirm' },
  });
});

test('of a change of a person only the way to admin is sensitive', async () => {
  const { cookie } = await newcomer(server, server.own, 'admin');
  const { user } = await newcomer(server, server.own, 'technician');
  server.pass(11 * MINUTE);
  const revision = (await server.call('person.get', { cookie, input: { id: user } })).data.person.revision;
  expect((await ask('person.update', cookie, { id: user, revision, role: 'admin' })).error).toMatchObject({ details: { reason: 'confirm' } });
  expect((await ask('person.update', cookie, { id: user, revision, role: 'supervisor' })).status).toBe(200);
});
