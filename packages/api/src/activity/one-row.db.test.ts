import { listActs, withLookup, withOrg } from '@heliograph/db';
import { testDatabase } from '@heliograph/db/testing';
import type { AnyTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, type TestServer, testServer } from '../testing/index.ts';
import { appRouter } from '../trpc/router.ts';
import { DOORS } from './doors.ts';

// tRPC types its record of procedures loosely.
const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
  .filter(([, door]) => door._def.type === 'mutation')
  .map(([path]) => path);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const actsIn = async () =>
  (await Promise.all([server.own, server.other].map((org) => withOrg(server.deps.db, org, (tx) => listActs(tx, { limit: 1000 }))))).flat();

test('every mutation door stands on the list, and every line is a door', () => {
  expect(Object.keys(DOORS).toSorted()).toEqual(mutations.toSorted());
});

describe.each(Object.entries(DOORS).filter(([path]) => path !== 'setup.create'))('%s', (path, { input, as, act, isInLines }) => {
  test(typeof act === 'string' ? `writes one row: ${act}` : `writes nothing: ${act.none}`, async () => {
    const admin = await server.signIn(server.own.people.admin);
    const cookie = as === 'nobody' ? undefined : as === undefined ? admin : await server.signIn(server.own.people[as]);
    const given = await input?.(server, admin);
    const before = new Set((await actsIn()).map(({ id }) => id));
    const call = isInLines ? { input: { 0: given }, headers: { 'trpc-accept': 'application/jsonl' } } : { input: given };
    const session = cookie === undefined ? {} : { cookie };
    const answer = await server.call(isInLines ? `${path}?batch=1` : path, { method: 'POST', ...call, ...session });
    expect(answer.error).toBeUndefined();
    const written = (await actsIn()).filter(({ id }) => !before.has(id));
    expect(written.map(({ action }) => action)).toEqual(typeof act === 'string' ? [act] : []);
    for (const { actor, subject } of written) {
      expect(actor).not.toBeNull();
      expect(subject).not.toBeNull();
    }
  });
});

test('the first start is one act: the making of the organisation', async () => {
  const db = await testDatabase();
  const empty = await testServer({ db, isEmpty: true });
  const input = {
    ...{ code: empty.deps.keys.setupCode, organisation: { name: 'Soleil', language: 'fr', timeZone: 'Europe/Paris' } },
    ...{ admin: { name: 'Ada', email: 'ada@s.test', password: PASSWORD }, site: { name: 'Un', code: 'UN' }, library: false },
  };
  const { data } = await empty.call('setup.create', { method: 'POST', input });
  expect((await withOrg(db, { org: data.organisation }, (tx) => listActs(tx, { limit: 9 }))).map(({ action }) => action)).toEqual([
    'organisation.create',
  ]);
  await empty.close();
});

test('the record can be added to and read, never changed: an act that fails leaves none', async () => {
  const admin = await server.signIn(server.own.people.admin);
  const before = (await actsIn()).length;
  const failed = await server.call('person.suspend', { method: 'POST', cookie: admin, input: { id: server.own.people.admin.user } });
  expect(failed.status).toBe(403);
  expect((await actsIn()).length).toBe(before);
  const change = withLookup(server.deps.db, (tx) => tx.updateTable('activity').set({ action: 'x' }).execute());
  await expect(change).rejects.toThrow();
  const erase = withOrg(server.deps.db, server.own, (tx) => tx.deleteFrom('activity').execute());
  await expect(erase).rejects.toThrow();
});

test('a wrong password is on record in the organisations of that account, an unknown e-mail nowhere, and who tried is not claimed to be known', async () => {
  const before = new Set((await actsIn()).map(({ id }) => id));
  const attempt = (email: string) => server.call('auth.signIn', { method: 'POST', input: { email, password: 'pas le bon mot de passe' } });
  await attempt(server.own.people.technician.email);
  await attempt('nobody@nowhere.test');
  const written = (await actsIn()).filter(({ id }) => !before.has(id));
  expect(written).toMatchObject([
    { action: 'session.refuse', actor: null, subject: { kind: 'person', id: server.own.people.technician.user }, details: { reason: 'credentials' } },
  ]);
});

test('acts are found by who, what, on what, when and any word, page by page', async () => {
  const admin = await server.signIn(server.own.people.admin);
  const list = async (input: object) => (await server.call('activity.list', { cookie: admin, input })).data;
  const all: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await list({ limit: 7, ...(cursor === null ? {} : { cursor }) });
    all.push(...page.items.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  expect(new Set(all).size).toBe(all.length);
  const kinds = async (input: object) => new Set((await list({ limit: 100, ...input })).items.map(({ action }: { action: string }) => action));
  expect(await kinds({ actions: ['session.refuse'] })).toEqual(new Set(['session.refuse']));
  expect([...(await kinds({ actions: ['person.'] }))].every((action) => String(action).startsWith('person.'))).toBe(true);
  expect(await kinds({ subjectKind: 'organisation' })).toEqual(new Set(['organisation.update']));
  expect(await kinds({ query: 'TWO@i.test' })).toEqual(new Set(['person.email']));
  expect((await list({ from: Date.now() + 60_000 })).items).toEqual([]);
  expect((await list({ to: 1 })).items).toEqual([]);
  expect((await list({ actorId: server.own.people.technician.user, actions: ['person.'] })).items).toEqual([]);
  expect((await server.call('activity.list', { cookie: admin, input: { cursor: 'not-a-cursor' } })).error).toMatchObject({
    details: { reason: 'cursor' },
  });
});
