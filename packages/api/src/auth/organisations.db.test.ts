import { insertMember, withOrg } from '@heliograph/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, PASSWORD, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('who belongs to several organisations is asked which, and only then', async () => {
  const { technician, admin } = server.own.people;
  await withOrg(server.deps.db, { org: server.other.org }, (tx) => insertMember(tx, { user: technician.user, name: 'Prêté', role: 'supervisor' }));
  const signIn = (organisation?: string) =>
    server.call('auth.signIn', { method: 'POST', input: { email: technician.email, password: PASSWORD, organisation } });

  const asked = await signIn();
  expect(asked.data.kind).toBe('choose');
  expect(asked.data.organisations.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual(['other', 'own']);
  expect(asked.headers.getSetCookie()).toEqual([]);

  const there = await signIn('other');
  expect(there.data).toMatchObject({ kind: 'signed_in', role: 'supervisor', organisation: { slug: 'other' } });
  expect((await signIn(server.own.org)).data).toMatchObject({ role: 'technician', organisation: { slug: 'own' } });
  expect((await signIn('elsewhere')).error).toMatchObject({ code: 'NOT_ALLOWED' });

  const cookie = cookieOf(there.headers);
  const me = await server.call('auth.me', { cookie });
  expect(me.data.organisations).toHaveLength(2);
  expect((await server.call('site.list', { cookie })).text).not.toContain(server.own.canary);
  expect((await server.call('auth.signIn', { method: 'POST', input: { email: admin.email, password: PASSWORD } })).data.kind).toBe('signed_in');
});
