import { createHash } from 'node:crypto';
import { changeStatus, findSession, listActs, revokeSession, withLookup, withOrg } from '@heliograph/db';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cookieOf, PASSWORD, type TestServer, testServer } from '../testing/index.ts';
import { DUMMY_HASH, verifyPassword } from './password.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let server: TestServer;
const asked: string[] = [];

beforeAll(async () => {
  server = await testServer({
    replace: {
      verifyPassword: (hashed, password) => {
        asked.push(hashed);
        return verifyPassword(hashed, password);
      },
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});
const pass = (ms: number) => server.pass(ms);
const now = () => server.deps.now();

const signIn = (input: Record<string, unknown>, headers = {}) => server.call('auth.signIn', { input, method: 'POST', headers });
const me = (cookie: string) => server.call('auth.me', { cookie });
const tokenOf = (cookie: string) => cookie.split('=')[1] ?? '';

test('signing in tells who I am, where, and what I may do, and opens a session', async () => {
  const { technician } = server.own.people;
  const answer = await signIn({ email: ` ${technician.email.toUpperCase()}`, password: PASSWORD });
  expect(answer.data).toMatchObject({ kind: 'signed_in', id: technician.user, user: { email: technician.email }, role: 'technician' });
  expect(answer.data.organisation).toMatchObject({
    id: server.own.org,
    slug: 'own',
    timeZone: 'Europe/Paris',
    placePolicy: 'distance',
    photoSide: 2048,
  });
  expect(answer.data.permissions).toContain('sync.exchange');
  expect(answer.data.permissions).not.toContain('person.manage');
  expect((await me(cookieOf(answer.headers))).data).toMatchObject({ id: technician.user });
});

test('the cookie is for this site alone, out of reach of scripts', async () => {
  const { headers } = await signIn({ email: server.own.people.admin.email, password: PASSWORD });
  expect(headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
});

test('over https the cookie is __Host- and Secure', async () => {
  const secure = await testServer({ secure: true });
  const { headers } = await secure.call('auth.signIn', {
    method: 'POST',
    input: { email: secure.own.people.admin.email, password: PASSWORD },
    headers: { origin: 'https://h.test' },
  });
  const cookie = headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/^__Host-sid=/);
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
  expect(headers.get('strict-transport-security')).toContain('max-age=');
  await secure.close();
});

test('a token one character off is nobody, and the database knows no token, only hashes', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  const token = tokenOf(cookie);
  const flipped = `${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`;
  expect((await me(`sid=${flipped}`)).error).toMatchObject({ code: 'SIGNED_OUT', httpStatus: 401 });
  for (const odd of ['', 'x', 'a'.repeat(4000), "' or 1=1 --", '\u00e9']) expect((await me(`sid=${encodeURIComponent(odd)}`)).status).toBe(401);
  const find = (hash: string) => withLookup(server.deps.db, (tx) => findSession(tx, hash));
  expect(await find(token)).toBeUndefined();
  expect(await find(createHash('sha256').update(token).digest('hex'))).toMatchObject({ user: server.own.people.technician.user });
});

test('after signing out the old token is dead, and signing out twice does no harm', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  const out = await server.call('auth.signOut', { cookie, method: 'POST' });
  expect(out.headers.getSetCookie()[0]).toMatch(/^sid=; .*Max-Age=0/);
  expect((await me(cookie)).status).toBe(401);
  expect((await server.call('auth.signOut', { cookie, method: 'POST' })).status).toBe(200);
});

test('who signed in and out, from which network, is on record in the organisation, without the address', async () => {
  const { supervisor } = server.own.people;
  const cookie = await server.signIn(supervisor, 'desktop');
  await server.call('auth.signOut', { cookie, method: 'POST' });
  const acts = await withOrg(server.deps.db, { org: server.own.org }, (tx) => listActs(tx, { limit: 50 }));
  const mine = acts.filter(({ actor }) => actor === supervisor.user);
  expect(new Set(mine.map(({ action }) => action))).toEqual(new Set(['session.open', 'session.end']));
  expect(mine.find(({ action }) => action === 'session.open')).toMatchObject({
    address: '127.0.0.0/24',
    details: { kind: 'desktop', label: 'test' },
  });
  expect(new Set(mine.map(({ subject }) => subject?.id)).size).toBe(1);
});

test('signing in again ends the session this browser had', async () => {
  const before = await server.signIn(server.own.people.technician);
  const { headers } = await signIn({ email: server.own.people.technician.email, password: PASSWORD }, { cookie: before });
  expect((await me(before)).status).toBe(401);
  expect((await me(cookieOf(headers))).status).toBe(200);
});

test.each([
  ['phone', 30 * DAY, 90 * DAY],
  ['desktop', 12 * HOUR, 7 * DAY],
] as const)('a %s is signed out when unused for its time, or at the end of its life however much it is used', async (kind, idle, absolute) => {
  const unused = await server.signIn(server.own.people.supervisor, kind);
  pass(idle - 1000);
  const busy = await server.signIn(server.own.people.supervisor, kind);
  pass(2000);
  expect((await me(unused)).status).toBe(401);
  const end = now() + absolute;
  let uses = 0;
  while ((await me(busy)).status === 200) {
    pass(idle / 2);
    uses++;
  }
  expect(uses).toBeGreaterThan(4);
  expect(now()).toBeGreaterThan(end - idle);
  expect(now()).toBeLessThan(end + idle);
});

test('a session in use is prolonged, and its cookie sent again, at most once an hour', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  pass(10 * 60_000);
  expect((await me(cookie)).headers.getSetCookie()).toEqual([]);
  pass(HOUR);
  expect(cookieOf((await me(cookie)).headers)).toBe(cookie);
  expect((await me(cookie)).headers.getSetCookie()).toEqual([]);
});

test('an unknown e-mail costs the same password check as a known one, and answers the same', async () => {
  const unknown = await signIn({ email: 'nobody@own.test', password: 'not the right password' });
  const wrong = await signIn({ email: server.own.people.admin.email, password: 'not the right password' });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toBe(DUMMY_HASH);
  expect(asked[1]).not.toBe(DUMMY_HASH);
  const told = ({ status, error }: typeof unknown) => ({ status, code: error?.code, details: error?.details });
  expect(told(unknown)).toEqual(told(wrong));
  expect(told(wrong)).toEqual({ status: 401, code: 'SIGNED_OUT', details: { reason: 'credentials' } });
});

test('five wrong passwords make the sixth wait, also with the right one; after the wait it goes on, and success clears the count', async () => {
  const { email } = server.other.people.supervisor;
  const attempt = (password: string) => signIn({ email, password });
  for (let n = 0; n < 5; n++) expect((await attempt('wrong wrong wrong wrong')).status).toBe(401);
  const blocked = await attempt(PASSWORD);
  expect(blocked.error).toMatchObject({ code: 'TOO_MANY', httpStatus: 429 });
  expect(blocked.error?.details['retryAfter']).toBeLessThanOrEqual(30);
  pass(31_000);
  expect((await attempt(PASSWORD)).status).toBe(200);
  for (let n = 0; n < 4; n++) expect((await attempt('wrong wrong wrong wrong')).status).toBe(401);
  expect((await attempt(PASSWORD)).status).toBe(200);
});

test('the wait doubles up to a quarter of an hour', async () => {
  const attempt = () => signIn({ email: 'doubling@own.test', password: 'wrong wrong wrong wrong' });
  for (let n = 0; n < 5; n++) await attempt();
  const waits: number[] = [];
  for (let n = 0; n < 7; n++) {
    const wait = Number((await attempt()).error?.details['retryAfter']);
    waits.push(wait);
    pass(wait * 1000);
    await attempt();
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
});

test('a hundred guesses at once are a hundred guesses', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => signIn({ email: 'rush@own.test', password: 'wrong wrong wrong wrong' })));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
});

test('one network guessing at many people is stopped; another network is not', async () => {
  const from = (address: string, n: number) =>
    signIn({ email: `guess${n}@own.test`, password: 'wrong wrong wrong wrong' }, { 'x-forwarded-for': address });
  for (let n = 0; n < 50; n++) expect((await from('198.51.100.7', n)).status).toBe(401);
  expect((await from('198.51.100.99', 50)).status).toBe(429);
  expect((await from('203.0.113.7', 51)).status).toBe(401);
}, 60_000);

test('a suspended person may deliver and nothing else, for thirty days; signing in anew is refused', async () => {
  const { technician } = server.other.people;
  const cookie = await server.signIn(technician);
  const status = (next: 'active' | 'suspended') =>
    withOrg(server.deps.db, { org: server.other.org }, (tx) => changeStatus(tx, technician.user, { status: next, now: now() }));
  await status('suspended');
  expect((await me(cookie)).error).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'deliver_only' } });
  const deliver = () =>
    server.call('sync.exchange', { cookie, method: 'POST', input: { proto: 1, user: technician.user, dev: crypto.randomUUID(), nonce: 'n' } });
  const delivered = await deliver();
  expect(delivered.data).toMatchObject({ kind: 'ok' });
  for (const told of ['refs', 'ops', 'full', 'cur']) expect(delivered.data).not.toHaveProperty(told);
  expect((await signIn({ email: technician.email, password: PASSWORD })).error).toMatchObject({
    code: 'NOT_ALLOWED',
    details: { reason: 'suspended' },
  });
  pass(29 * DAY);
  expect((await deliver()).status).toBe(200);
  pass(2 * DAY);
  expect((await deliver()).status).toBe(401);
  await status('active');
});

test('a session ended from elsewhere may deliver what was recorded before', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  const { data } = await me(cookie);
  expect(await withOrg(server.deps.db, { org: server.other.org }, (tx) => revokeSession(tx, data.session.handle, now()))).toBe(false);
  expect(await withOrg(server.deps.db, { org: server.own.org }, (tx) => revokeSession(tx, data.session.handle, now()))).toBe(true);
  expect((await me(cookie)).status).toBe(403);
});

test('no token, password or e-mail ever reaches the log', async () => {
  const cookie = await server.signIn(server.own.people.technician);
  await signIn({ email: 'somebody@own.test', password: 'a wrong password of mine' });
  const log = server.lines.join('\n');
  for (const secret of [tokenOf(cookie), PASSWORD, 'a wrong password of mine', 'somebody@own.test', server.own.people.technician.email])
    expect(log).not.toContain(secret);
  expect(log).toContain('requestId');
});
