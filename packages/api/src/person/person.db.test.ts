import { insertMember, withOrg } from '@heliograph/db';
import type { Role } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newcomer, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: string;
beforeAll(async () => {
  server = await testServer();
  admin = await server.signIn(server.own.people.admin, 'desktop');
});
afterAll(() => server.close());

const ask = (path: string, input: unknown, cookie = admin) => server.call(path, { method: 'POST', input, cookie });
const look = (path: string, input?: unknown, cookie = admin) => server.call(path, { input, cookie });
const person = async (id: string) => (await look('person.get', { id })).data.person;
const joined = (role: Role = 'technician') => newcomer(server, server.own, role);

test('people are listed by name, page by page, once each, with what the office must know of them', async () => {
  for (const name of ['Émile', 'Zoé', 'eva', 'Ève']) await ask('auth.rename', { name }, (await joined()).cookie);
  const seen: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const { data } = await look('person.list', { limit: 2, ...(cursor === null ? {} : { cursor }) });
    expect(data.items.length).toBeLessThanOrEqual(2);
    seen.push(...data.items.map(({ name }: { name: string }) => name));
    cursor = data.nextCursor;
    if (cursor === null) break;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((name) => /^[ÉZeÈ]/.test(name))).toEqual(['Émile', 'eva', 'Ève', 'Zoé']);
  const { data } = await look('person.list', { query: 'admin OWN.test' });
  expect(data.items).toHaveLength(1);
  expect(data.items[0]).toMatchObject({ email: 'admin@own.test', role: 'admin', status: 'active', certifications: [] });
  expect(data.items[0].lastSignInAt).toBeGreaterThan(0);
  expect((await look('person.list', { query: '100%_' })).data.items).toEqual([]);
  expect((await look('person.list', { query: 'emile' })).data.items).toHaveLength(1);
  expect((await look('person.list', { roles: ['supervisor'], statuses: ['active'] })).data.items).toHaveLength(1);
});

test('a change is kept whole, with the certifications and their ends, and is on record with what it was before', async () => {
  const { user } = await joined();
  const { revision, name } = await person(user);
  const certifications = [
    { code: 'BR-PV', expires: '2027-03-31' },
    { code: 'SST', expires: null },
  ];
  const { data } = await ask('person.update', { id: user, revision, name: '  Camille Roussel ', role: 'supervisor', language: 'en', certifications });
  expect(data).toMatchObject({ name: 'Camille Roussel', role: 'supervisor', language: 'en', certifications });
  expect(data.revision).toBeGreaterThan(revision);
  const record = (await look('activity.list', { subjectKind: 'person', subjectId: user, actions: ['person.update'] })).data.items;
  expect(record).toHaveLength(1);
  expect(record[0].details.changes).toMatchObject({ name: [name, 'Camille Roussel'], role: ['technician', 'supervisor'], language: ['fr', 'en'] });
  expect(record[0]).toMatchObject({ actor: { id: server.own.people.admin.user }, address: '127.0.0.0/24' });
});

test('of two admins who edit one person the second is told, and loses nothing', async () => {
  const { user } = await joined();
  const { revision } = await person(user);
  expect((await ask('person.update', { id: user, revision, name: 'La première' })).status).toBe(200);
  const late = await ask('person.update', { id: user, revision, role: 'supervisor', name: 'La seconde' });
  expect(late.error).toMatchObject({ code: 'CONFLICT', details: { reason: 'changed', fields: ['name', 'role'] } });
  expect(await person(user)).toMatchObject({ name: 'La première', role: 'technician', revision: late.error?.details['revision'] });
});

test('saving what is there already changes nothing and writes nothing down', async () => {
  const { user } = await joined();
  const before = await person(user);
  const { data } = await ask('person.update', { id: user, revision: before.revision, name: before.name, role: before.role, certifications: [] });
  expect(data.revision).toBe(before.revision);
  expect((await look('activity.list', { subjectId: user, subjectKind: 'person', actions: ['person.update'] })).data.items).toEqual([]);
});

test.each([
  ['no name', { name: '   ' }],
  ['a name with NUL', { name: 'a\u0000b' }],
  ['an unknown role', { role: 'owner' }],
  ['a certification twice', { certifications: [{ code: 'BR', expires: null }, { code: 'BR', expires: null }] }], // biome-ignore format: one row
  ['a day that does not exist', { certifications: [{ code: 'BR', expires: '2027-02-30' }] }],
])('%s is refused, and nothing is half done', async (_, wish) => {
  const { user } = await joined();
  const before = await person(user);
  expect((await ask('person.update', { id: user, revision: before.revision, language: 'en', ...wish })).error?.code).toBe('INVALID');
  expect(await person(user)).toEqual(before);
});

test('the last admin is neither demoted, suspended nor taken off; with a second one, nobody closes out themselves', async () => {
  const { user } = server.own.people.admin;
  const { revision } = await person(user);
  for (const [path, more] of [['person.update', { revision, role: 'technician' }], ['person.suspend', {}], ['person.deactivate', {}]] as const) // biome-ignore format: one row
    expect((await ask(path, { id: user, ...more })).error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'last_admin' } });
  const second = await joined('admin');
  expect((await ask('person.suspend', { id: user })).error?.details).toEqual({ reason: 'yourself' });
  expect((await ask('person.deactivate', { id: second.user })).status).toBe(200);
  expect((await ask('person.suspend', { id: user })).error?.details).toEqual({ reason: 'last_admin' });
});

test('a suspended phone delivers what was recorded before and nothing else; let back in, it goes on as before', async () => {
  const { user, cookie } = await joined();
  expect((await ask('person.suspend', { id: user })).data).toMatchObject({ status: 'suspended', suspendedAt: expect.any(Number) });
  expect((await look('auth.me', undefined, cookie)).error?.details).toEqual({ reason: 'deliver_only' });
  const delivery = { proto: 1, user, dev: crypto.randomUUID(), nonce: 'n' };
  expect((await ask('sync.exchange', delivery, cookie)).data).toMatchObject({ kind: 'ok' });
  expect((await ask('person.suspend', { id: user })).status).toBe(200);
  expect((await ask('person.resume', { id: user })).data).toMatchObject({ status: 'active', suspendedAt: null });
  expect((await look('auth.me', undefined, cookie)).status).toBe(200);
  const acts = (await look('activity.list', { subjectKind: 'person', subjectId: user })).data.items.map(({ action }: { action: string }) => action);
  expect(acts).toEqual(['person.resume', 'person.suspend', 'person.join']);
});

test('whoever has left is closed out at once, and an old session does not come back with them', async () => {
  const { user, cookie } = await joined();
  await ask('person.deactivate', { id: user });
  expect((await look('auth.me', undefined, cookie)).status).toBe(401);
  await ask('person.resume', { id: user });
  expect((await look('auth.me', undefined, cookie)).status).toBe(403);
});

test('a new role ends the sessions of the old one', async () => {
  const { user, cookie } = await joined('supervisor');
  const { revision } = await person(user);
  await ask('person.update', { id: user, revision, role: 'technician' });
  expect((await look('person.list', undefined, cookie)).error?.details).toEqual({ reason: 'deliver_only' });
});

test('sessions are listed with their device and last contact; one is ended, then all', async () => {
  const one = await joined();
  const phones = [await server.signIn(one), await server.signIn(one)];
  const { sessions } = (await look('person.get', { id: one.user })).data;
  expect(sessions).toHaveLength(3);
  expect(sessions[0]).toMatchObject({ kind: 'phone', label: 'test', network: '127.0.0.0/24', revokedAt: null });
  expect(JSON.stringify(sessions)).not.toContain(phones[0]?.split('=')[1]);
  expect((await ask('person.endSessions', { id: one.user, handle: sessions[0].handle })).data).toEqual({ ended: 1 });
  expect((await ask('person.endSessions', { id: one.user, handle: sessions[0].handle })).error?.code).toBe('NOT_FOUND');
  expect((await ask('person.endSessions', { id: one.user })).data).toEqual({ ended: 2 });
  for (const cookie of phones) expect((await look('auth.me', undefined, cookie)).status).toBe(403);
});

test('an account that another organisation has too is changed by its owner alone', async () => {
  const { user } = await joined();
  await withOrg(server.deps.db, server.other, (tx) => insertMember(tx, { user, name: 'Prêté', role: 'technician' }));
  const { revision } = await person(user);
  for (const [
    path,
    more,
  ] of [['person.update', { revision, language: 'en' }], ['person.changeEmail', { revision, email: 'x@x.test' }], ['person.reset', {}]] as const) // biome-ignore format: one row
    expect((await ask(path, { id: user, ...more })).error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'shared_account' } });
  expect((await ask('person.update', { id: user, revision, name: 'Ici seulement' })).data).toMatchObject({ name: 'Ici seulement' });
  const there = (await look('person.get', { id: user }, await server.signIn(server.other.people.supervisor))).data.person;
  expect(there.name).toBe('Prêté');
});

test('nothing of the other organisation is found, read or changed', async () => {
  const foreign = server.other.people.technician.user;
  const unknown = crypto.randomUUID();
  for (const [path, more] of [
    ['person.update', { revision: 1, name: 'X' }],
    ['person.suspend', {}],
    ['person.reset', {}],
    ['person.endSessions', {}],
  ] as const) {
    // biome-ignore format: one row
    const [a, b] = [await ask(path, { id: foreign, ...more }), await ask(path, { id: unknown, ...more })];
    expect([a.status, a.error?.code, a.error?.details]).toEqual([404, b.error?.code, b.error?.details]);
  }
});
