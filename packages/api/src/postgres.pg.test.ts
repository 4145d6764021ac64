import { type TestPostgres, testPostgres } from '@heliograph/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begunExecution, newExecution, PASSWORD, scriptedPhone, type TestServer, testServer } from './testing/index.ts';

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

test('a dump of the database holds no token, no password, no e-mail in the throttle', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  await server.call('auth.signIn', { method: 'POST', input: { email: 'guess@own.test', password: 'wrong wrong wrong wrong' } });
  const rows = await postgres.sql('select row_to_json(s)::text as row from session s union all select row_to_json(a)::text from account a');
  const throttle = await postgres.sql('select row_to_json(t)::text as row from throttle t');
  const dump = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(6);
  expect(dump).not.toContain(cookie.split('=')[1]);
  expect(dump).not.toContain(PASSWORD);
  expect(dump).toContain('$argon2id$');
  expect(throttle.length).toBeGreaterThan(0);
  expect(JSON.stringify(throttle)).not.toContain('guess');
});

test('guesses from many connections at once are all counted', async () => {
  const guess = () =>
    server.call('auth.signIn', { method: 'POST', input: { email: server.own.people.admin.email, password: 'wrong wrong wrong wrong' } });
  const answers = await Promise.all(Array.from({ length: 20 }, guess));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
});

test('two phones of one person deliver at the same time; the office sees everything once', async () => {
  const { technician, supervisor } = server.own.people;
  const x = await begunExecution(server, server.own);
  const phones = await Promise.all([1, 2].map(async () => scriptedPhone(server, technician, await server.signIn(technician))));
  for (const [n, phone] of phones.entries()) for (let k = 0; k < 20; k++) phone.record({ k: 'comment', x, p: { text: `${n} ${k}` }, at: Date.now() });
  for (const answer of await Promise.all(phones.map((phone) => phone.send()))) expect(answer).toMatchObject({ kind: 'ok', ack: { i: 20 } });
  const office = await server.signIn(supervisor);
  const { data } = await server.call('execution.get', { cookie: office, input: { id: x } });
  expect(new Set(data.comments.map(({ text }: { text: string }) => text)).size).toBe(41);
  const seqs = data.history.map(({ seq }: { seq: number }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a: number, b: number) => a - b));
});

test('lists page through everything once, and hold nothing of the other organisation', async () => {
  for (let n = 0; n < 4; n++) await begunExecution(server, server.own);
  const cookie = await server.signIn(server.own.people.supervisor);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, text } = await server.call('execution.list', { cookie, input: { limit: 2, ...(cursor === null ? {} : { cursor }) } });
    expect(text).not.toContain(server.other.canary);
    seen.push(...data.items.map(({ id }: { id: string }) => id));
    cursor = data.nextCursor;
  } while (cursor !== null);
  expect(seen.length).toBeGreaterThanOrEqual(5);
  expect(new Set(seen).size).toBe(seen.length);
  const filtered = await server.call('execution.list', {
    cookie,
    input: { siteId: server.own.farSite, status: ['in_progress'], personId: server.own.people.technician.user, from: 0 },
  });
  expect(filtered.data.items).toEqual([]);
});

test('what one connection of the pool did for one organisation is not left behind for the next', async () => {
  const [own, other] = await Promise.all([server.signIn(server.own.people.supervisor), server.signIn(server.other.people.supervisor)]);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => server.call(n % 2 === 0 ? 'site.list' : 'procedure.list', { cookie: n % 3 === 0 ? own : other })),
  );
  for (const [n, { text }] of answers.entries()) {
    const [mine, foreign] = n % 3 === 0 ? [server.own, server.other] : [server.other, server.own];
    expect(text).toContain(mine.canary);
    expect(text).not.toContain(foreign.canary);
  }
});

test('an operation whose id somebody else used is not applied a second time', async () => {
  const { technician, supervisor } = server.own.people;
  const [one, two] = [
    scriptedPhone(server, technician, await server.signIn(technician)),
    scriptedPhone(server, supervisor, await server.signIn(supervisor)),
  ];
  const x = newExecution();
  one.record({ k: 'start', x, p: { procedure: server.own.procedure, site: server.own.site, roles: [] }, at: Date.now() });
  const comment = one.record({ k: 'comment', x, p: { text: 'le mien' }, at: Date.now() });
  await one.send();
  const cookie = await server.signIn(supervisor);
  const stolen = { ...comment, i: 1, p: { text: 'le tien' } };
  const answer = await server.call('sync.exchange', {
    method: 'POST',
    cookie,
    input: { proto: 1, user: supervisor.user, dev: two.device, nonce: 'n', ops: [stolen] },
  });
  expect(answer.data).toMatchObject({ kind: 'ok', ack: { i: 1 } });
  const { data } = await server.call('execution.get', { cookie, input: { id: x } });
  expect(data.comments.map(({ text }: { text: string }) => text)).toEqual(['le mien']);
});
