import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newExecution, ORIGIN, PASSWORD, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let cookie = '';
beforeAll(async () => {
  server = await testServer();
  cookie = await server.signIn(server.own.people.technician);
});
afterAll(() => server.close());

const exchangeInput = (ops: unknown[] = []) => ({
  proto: 1,
  user: server.own.people.technician.user,
  dev: crypto.randomUUID(),
  nonce: 'nonce-1',
  ops,
});
const exchange = (ops: unknown[]) => server.call('sync.exchange', { method: 'POST', cookie, input: exchangeInput(ops) });

describe('where a change may come from', () => {
  const MUTATIONS = ['auth.signIn', 'auth.signOut', 'sync.exchange'];
  const FOREIGN: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
    { 'sec-fetch-site': 'same-site', origin: 'https://sub.localhost' },
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: '' },
  ];
  test.each(MUTATIONS.flatMap((path) => FOREIGN.map((headers) => [path, headers] as const)))('%s from %o is refused', async (path, headers) => {
    const { error } = await server.call(path, { method: 'POST', cookie, headers, input: {} });
    expect(error).toMatchObject({ code: 'NOT_ALLOWED', httpStatus: 403, details: { reason: 'origin' } });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('a body of %s is refused', async (type) => {
    for (const path of MUTATIONS) {
      const { status } = await server.call(path, { method: 'POST', cookie, headers: { 'content-type': type }, input: {} });
      expect(status).toBe(415);
    }
  });

  test.each(MUTATIONS)('%s as a GET changes nothing', async (path) => {
    expect((await server.call(path, { method: 'GET', cookie, input: { email: 'a', password: 'b' } })).error?.code).toBe('INVALID');
    expect((await server.call('auth.me', { cookie })).status).toBe(200);
  });
});

describe('limits of a request', () => {
  test('twenty calls in a batch are answered, twenty-one are not', async () => {
    const batch = (n: number) => server.call(`${Array.from({ length: n }, () => 'auth.me').join(',')}?batch=1&input={}`, { cookie });
    expect((await batch(20)).status).toBe(200);
    expect((await batch(21)).status).toBe(400);
    expect((await batch(5000)).status).toBe(400);
  });

  test('a body over its cap is refused before it is read whole', async () => {
    const big = JSON.stringify({ email: 'x'.repeat(300_000), password: 'x' });
    expect((await server.call('auth.signIn', { method: 'POST', body: big })).error).toMatchObject({ code: 'TOO_LARGE', httpStatus: 413 });
    const batch = JSON.stringify({ ...exchangeInput(), build: 'x'.repeat(1_100_000) });
    expect((await server.call('sync.exchange', { method: 'POST', cookie, body: batch })).status).toBe(413);
  });

  test('deep JSON, broken JSON and broken gzip are refused as not well formed', async () => {
    for (const body of [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, '{"email":', '', 'null', '[]'])
      expect((await server.call('auth.signIn', { method: 'POST', body })).error?.code).toBe('INVALID');
    const headers = { 'content-encoding': 'gzip' };
    expect((await server.call('sync.exchange', { method: 'POST', cookie, headers, body: 'not gzip' })).error?.code).toBe('INVALID');
    expect((await server.call('auth.signIn', { method: 'POST', headers, body: new Uint8Array(gzipSync('{}')) })).error?.code).toBe('UNSUPPORTED');
  });

  test('a gzip bomb sent to the exchange is refused', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(60_000_000, ' ')));
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect((await server.call('sync.exchange', { method: 'POST', cookie, headers: { 'content-encoding': 'gzip' }, body: bomb })).status).toBe(413);
  });

  test('a device that calls without pause is asked to wait, and another is not', async () => {
    const input = exchangeInput();
    const call = (dev: string) => server.call('sync.exchange', { method: 'POST', cookie, input: { ...input, dev } });
    const answers = await Promise.all(Array.from({ length: 40 }, () => call(input.dev)));
    const waiting = answers.filter(({ status }) => status === 429);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting[0]?.error?.details['retryAfter']).toBe(1);
    expect((await call(crypto.randomUUID())).status).toBe(200);
  });
});

describe('the exchange over HTTP', () => {
  test('a packed batch arrives once, and is acknowledged; the pull tells it back', async () => {
    const { procedure, site, people } = server.own;
    const phone = scriptedPhone(server, people.technician, cookie);
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site, roles: ['technician'] }, at: Date.now() });
    const { id } = phone.record({ k: 'step', x, s: 's02', p: { kind: 'measurement', response: { value: '0.5', unit: 'MΩ' } }, at: Date.now() });
    const answer = await phone.send();
    expect(answer).toMatchObject({ kind: 'ok', ack: { i: 2, id } });

    const body = new Uint8Array(gzipSync(JSON.stringify({ ...exchangeInput(), ops: [] })));
    const pulled = await server.call('sync.exchange', { method: 'POST', cookie, body, headers: { 'content-encoding': 'gzip' } });
    expect(pulled.data.full.find((one: { x: string }) => one.x === x).ops).toHaveLength(2);
    const { data } = await server.call('execution.get', { cookie, input: { id: x } });
    const place = data.places.find(({ step }: { step: string }) => step === 's02');
    expect(place).toMatchObject({
      state: 'failed',
      response: { value: '0.5' },
      evaluation: { outcome: 'fail', standing: { kind: 'below', by: '0.5' } },
    });
  });

  test('an answer with nothing new takes less than 300 bytes of content', async () => {
    const first = (await server.call('sync.exchange', { method: 'POST', cookie, input: exchangeInput() })).data;
    const again = { ...exchangeInput(), inc: first.inc, cur: first.cur, seen: first.seen, nonce: 'n'.repeat(16) };
    const { data } = await server.call('sync.exchange', { method: 'POST', cookie, input: again });
    expect(JSON.stringify(data).length).toBeLessThan(300);
    expect(data).not.toHaveProperty('refs');
  });

  test('who sends is taken from the session; what an operation claims about itself is not believed', async () => {
    const foreign = await server.call('sync.exchange', { method: 'POST', cookie, input: { ...exchangeInput(), user: server.own.people.admin.user } });
    expect(foreign.data.kind).toBe('wrong_user');
    const [op] = startOps();
    const { data } = await exchange([{ ...op, actor: server.own.people.admin.user, org: server.other.org, seq: 1, serverAt: 0 }]);
    expect(data.ack.i).toBe(1);
    const { data: opened } = await server.call('execution.get', { cookie, input: { id: op?.x } });
    expect(opened.history[0].actor).toBe(server.own.people.technician.user);
  });
});

const startOps = () => {
  const { procedure, site } = server.own;
  const x = newExecution();
  const envelope = (i: number, k: string, more: object) => ({ i, id: newExecution(), k, v: 1, x, p: {}, w: Date.now(), z: 60, o: 0, n: 1, ...more });
  return [envelope(1, 'start', { p: { procedure, site, roles: [] } }), envelope(2, 'comment', { p: { text: 'bien' } })] as const;
};

describe('bad input', () => {
  const operations: [string, object][] = [
    ['NaN as a number', { w: Number.NaN }],
    ['an empty comment', { p: { text: '' } }],
    ['16 KiB and one byte', { p: { text: 'é'.repeat(8193) } }],
    ['a NUL', { p: { text: 'a\u0000b' } }],
    ['a lone surrogate', { p: { text: 'a\ud800b' } }],
    ['a lone surrogate as a key', { p: { text: 'a', '\udc00': 1 } }],
    ['thousands of emoji', { p: { text: '🔥'.repeat(5000) } }],
    ['a value of the wrong type', { p: { text: 42 } }],
    ['a list for a payload', { p: [] }],
    ['an unknown step', { k: 'step', s: 's99', p: { kind: 'check', response: { value: 'ok' } } }],
    ['an address with a slash too many', { k: 'step', s: 'a/b/c', p: { kind: 'check', response: {} } }],
    ['a kind of the future', { k: 'teleport', p: {} }],
    ['a version of the future', { v: 99 }],
    ['a supervisor’s act by a technician', { k: 'review', p: { outcome: 'approve', seen: 0 } }],
    ['seventeen superseded heads', { b: Array.from({ length: 17 }, newExecution) }],
    ['a prototype key', { p: JSON.parse('{"text":"a","__proto__":{"admin":true}}') }],
  ];
  test.each(operations)('%s is set aside or taken, and the rest goes on', async (_, change) => {
    const [start, comment] = startOps();
    const bad = { ...comment, ...change };
    const after = { ...comment, i: 3, id: newExecution(), p: { text: 'et après' } };
    const { status, data } = await exchange([start, bad, after]);
    expect(status).toBe(200);
    expect(data).toMatchObject({ kind: 'ok', ack: { i: 3, id: after.id } });
    const { data: opened } = await server.call('execution.get', { cookie, input: { id: start.x } });
    const isAside = (data.aside ?? []).some(({ id }: { id: string }) => id === bad.id);
    expect(opened.history.some((entry: { operation: { id: string } }) => entry.operation.id === bad.id)).toBe(!isAside);
    expect(opened.comments.map(({ text }: { text: string }) => text)).toContain('et après');
  });

  test('1e400 in the JSON itself is set aside', async () => {
    const [start, comment] = startOps();
    const body = JSON.stringify({ ...exchangeInput(), ops: [start, { ...comment, p: { text: 'a', x: 'HUGE' } }] }).replace('"HUGE"', '1e400');
    const { status, data } = await server.call('sync.exchange', { method: 'POST', cookie, body });
    expect(status).toBe(200);
    // A first pull also tells what waits from the tests before this one.
    expect(data).toMatchObject({ ack: { i: 2 }, aside: expect.arrayContaining([{ id: comment.id, state: 'rejected', code: 'schema' }]) });
  });

  test.each([-3e11, 3.2e11, -8.64e15, 0])('a clock off by %d ms is recorded as it was, with the time of arrival beside it', async (off) => {
    const [start, comment] = startOps();
    const { data } = await exchange([
      { ...start, w: Date.now() + off, o: -off },
      { ...comment, w: Date.now() + off, o: -off },
    ]);
    expect(data).toMatchObject({ kind: 'ok', ack: { i: 2 } });
    const { data: opened } = await server.call('execution.get', { cookie, input: { id: start.x } });
    expect(opened.history[1].flags.includes('clock')).toBe(Math.abs(off) > 120_000);
    expect(Math.abs(opened.history[1].serverAt - Date.now())).toBeLessThan(60_000);
    expect((await server.call('execution.list', { cookie })).status).toBe(200);
  });

  const queries: [string, unknown][] = [
    ['execution.list', { limit: 0 }],
    ['execution.list', { limit: 101 }],
    ['execution.list', { cursor: 'bm90IGEgY3Vyc29y' }],
    ['execution.list', { cursor: Buffer.from('[1e300,"x"]').toString('base64url') }],
    ['execution.list', { status: 'flying' }],
    ['execution.list', { from: -1 }],
    ['execution.list', { siteId: "' or 1=1 --" }],
    ['execution.get', {}],
    ['execution.get', { id: '../../etc/passwd' }],
    ['procedure.get', { hash: 'A'.repeat(64) }],
    ['procedure.get', { slug: 'a\u0000b' }],
    ['procedure.list', { query: '\ud800' }],
    ['procedure.list', { query: 'x'.repeat(101) }],
    ['site.tree', { id: 42 }],
  ];
  test.each(queries)('%s with %j is refused as not well formed', async (path, input) => {
    const { status, error } = await server.call(path, { cookie, input });
    expect(status).toBe(400);
    expect(error?.code).toBe('INVALID');
  });

  test('a door that does not exist is not found, and neither is a page under the API', async () => {
    for (const path of ['nothing.here', 'auth.__proto__', 'constructor', '%00', 'auth', '..%2f..%2fhealth']) {
      const { status } = await server.call(path, { cookie });
      expect([400, 404]).toContain(status);
    }
  });
});

describe('errors', () => {
  test('a bug answers with its request id and nothing else; the log has the rest', async () => {
    const broken = await testServer({ replace: { verifyPassword: () => Promise.reject(new Error('select secret from /work/place')) } });
    const { status, text, error, headers } = await broken.call('auth.signIn', { method: 'POST', input: { email: 'a@b.test', password: PASSWORD } });
    expect(status).toBe(500);
    expect(error).toEqual({ code: 'INTERNAL', httpStatus: 500, details: {}, requestId: headers.get('x-request-id') });
    for (const inner of ['select', 'secret', '/work', 'at ', '.ts', 'stack']) expect(text).not.toContain(inner);
    const line = broken.lines.map((one) => JSON.parse(one)).find(({ level }) => level === 'error');
    expect(line).toMatchObject({ requestId: headers.get('x-request-id'), message: 'bug', path: 'auth.signIn' });
    expect(line.error).toContain('select secret');
    await broken.close();
  });

  test('a refusal names where the input is wrong, never what was sent', async () => {
    const { error, text } = await server.call('auth.signIn', { method: 'POST', input: { email: 42, password: 'my real password 42' } });
    expect(error?.details).toEqual({ fields: ['email'] });
    expect(text).not.toContain('my real password');
  });

  test('every answer of the API forbids to be kept, sniffed or framed', async () => {
    for (const answer of [await server.call('auth.me', { cookie }), await server.call('auth.me')]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

test('health says that the process lives and what it stands on; ready asks the database', async () => {
  const get = (path: 'health' | 'ready') => server.handlers[path](new Request(`${ORIGIN}/api/${path}`));
  expect(await (await get('health')).json()).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/), database: 'embedded' });
  expect((await get('ready')).status).toBe(200);
});
