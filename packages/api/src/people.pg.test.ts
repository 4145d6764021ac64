import { listActs, readOrg } from '@heliograph/db';
import { type TestPostgres, testPostgres } from '@heliograph/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newcomer, PASSWORD, type TestServer, testServer, tokenOf } from './testing/index.ts';

// What only shows where several connections write at once.
let postgres: TestPostgres;
let server: TestServer;
beforeAll(async () => {
  postgres = await testPostgres();
  server = await testServer({ db: postgres.db });
});
afterAll(async () => {
  await server.close();
  await postgres.close();
});

const post = (path: string, input: unknown, cookie?: string) =>
  server.call(path, { method: 'POST', input, ...(cookie === undefined ? {} : { cookie }) });
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted();
const revisionOf = async (id: string, cookie: string) => (await server.call('person.get', { cookie, input: { id } })).data.person.revision;

test.each([1, 2, 3])('two admins who demote each other at the same moment: one of them stays (%i)', async () => {
  const first = { ...server.own.people.admin, cookie: await server.signIn(server.own.people.admin) };
  const second = await newcomer(server, server.own, 'admin');
  const [a, b] = [await revisionOf(first.user, first.cookie), await revisionOf(second.user, first.cookie)];
  const answers = await Promise.all([
    post('person.update', { id: second.user, revision: b, role: 'technician' }, first.cookie),
    post('person.suspend', { id: first.user }, second.cookie),
  ]);
  expect(statuses(answers)).toEqual([200, 403]);
  const admins = await postgres.sql(`select user_id from member where role = 'admin' and status = 'active' and org_id = $1`, [server.own.org]);
  expect(admins).toHaveLength(1);
  // Back to where the next round begins.
  await postgres.sql(`update member set role = 'admin', status = 'active', suspended_at = null where user_id = $1`, [first.user]);
  await postgres.sql(`update member set role = 'technician' where user_id = $1`, [second.user]);
  expect(a).toBeGreaterThan(0);
});

test('one link used by many at once brings one person in', async () => {
  const admin = await server.signIn(server.own.people.admin);
  const { data } = await post('person.invite', { email: 'race@i.test', name: 'Course', role: 'technician', language: 'fr' }, admin);
  const input = { token: tokenOf(data.link), password: PASSWORD };
  const answers = await Promise.all(Array.from({ length: 6 }, () => post('invitation.accept', input)));
  expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1);
  expect(await postgres.sql(`select id from account where email = 'race@i.test'`)).toHaveLength(1);
  expect(await postgres.sql(`select user_id from member join account on id = user_id where email = 'race@i.test'`)).toHaveLength(1);
  const acts = await readOrg(server.deps.db, server.own, (tx) => listActs(tx, { limit: 50, actions: ['person.join'], query: 'Course' }));
  expect(acts).toHaveLength(1);
});

test('two organisations that bring in one new e-mail at the same moment make one account; nothing is half made', async () => {
  const links = await Promise.all(
    [server.own, server.other].map(async ({ people }) => {
      const input = { email: 'both@i.test', name: 'Deux', role: 'technician', language: 'fr' };
      return (await post('person.invite', input, await server.signIn(people.admin))).data.link;
    }),
  );
  const answers = await Promise.all(links.map((link) => post('invitation.accept', { token: tokenOf(link), password: PASSWORD })));
  const late = answers.findIndex(({ status }) => status !== 200);
  if (late >= 0) {
    expect(answers[late]?.error?.details).toEqual({ reason: 'email_taken' });
    expect((await post('invitation.accept', { token: tokenOf(links[late]), password: PASSWORD })).status).toBe(200);
  }
  expect(await postgres.sql(`select id from account where email = 'both@i.test'`)).toHaveLength(1);
  expect(await postgres.sql(`select org_id from member join account on id = user_id where email = 'both@i.test'`)).toHaveLength(2);
});

test('of ten editors of one person who saw the same, one is kept and nine are told', async () => {
  const admin = await server.signIn(server.own.people.admin);
  const { user } = await newcomer(server, server.own, 'technician');
  const revision = await revisionOf(user, admin);
  const edits = Array.from({ length: 10 }, (_, n) => post('person.update', { id: user, revision, name: `Nom ${n}` }, admin));
  const answers = await Promise.all(edits);
  expect(statuses(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  const acts = await readOrg(server.deps.db, server.own, (tx) =>
    listActs(tx, { limit: 50, actions: ['person.update'], subject: { kind: 'person', id: user } }),
  );
  expect(acts).toHaveLength(1);
});

test('settings saved by two admins at once: one is kept, the other told', async () => {
  const admin = await server.signIn(server.own.people.admin);
  const { revision } = (await server.call('organisation.get', { cookie: admin })).data;
  const save = (photoSide: number) => post('organisation.update', { revision, photoSide }, admin);
  expect(statuses(await Promise.all([save(1500), save(1600)]))).toEqual([200, 409]);
});

test('a password changed twice at once is changed once', async () => {
  const { cookie } = await newcomer(server, server.own, 'technician');
  const change = (next: string) => post('auth.changePassword', { current: PASSWORD, next }, cookie);
  expect(statuses(await Promise.all([change('une phrase toute neuve'), change('une autre phrase neuve')]))).toEqual([200, 409]);
});

test('first starts at the same moment, on an empty database, make one organisation', async () => {
  const empty = await testPostgres();
  const fresh = await testServer({ db: empty.db, isEmpty: true });
  const input = (n: number) => ({
    ...{ code: fresh.deps.keys.setupCode, organisation: { name: `Org ${n}`, language: 'fr', timeZone: 'Europe/Paris' }, library: false },
    ...{ admin: { name: 'Ada', email: `ada${n}@s.test`, password: PASSWORD }, site: { name: 'Un', code: 'UN' } },
  });
  const answers = await Promise.all([1, 2, 3].map((n) => fresh.call('setup.create', { method: 'POST', input: input(n) })));
  expect(statuses(answers)).toEqual([200, 409, 409]);
  expect(await empty.sql('select org_id from organisation')).toHaveLength(1);
  expect(await empty.sql('select id from account')).toHaveLength(1);
  await fresh.close();
  await empty.close();
});
