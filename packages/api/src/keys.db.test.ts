import { exchangeRequestSchema } from '@heliograph/sync';
import { exchange } from '@heliograph/sync/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysFrom, newSecret } from './keys.ts';
import { begunExecution, type TestServer, testServer } from './testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('a database taken up with a new key: sessions stand, and phones are sent everything once more', async () => {
  const { technician } = server.own.people;
  const cookie = await server.signIn(technician);
  const execution = await begunExecution(server, server.own);
  const request = { proto: 1, user: technician.user, dev: crypto.randomUUID(), nonce: 'n' };
  const { data: before } = await server.call('sync.exchange', { method: 'POST', cookie, input: request });
  const held = { ...request, inc: before.inc, cur: before.cur, seen: before.seen };
  const ports = { ...server.deps.sync, seal: keysFrom(newSecret()).seal };
  const sender = { org: server.own.org, user: technician.user, role: technician.role, deliverOnly: false };
  const after = await exchange(ports, sender, exchangeRequestSchema.parse(held));
  expect(after).toMatchObject({ kind: 'ok', inc: before.inc });
  expect(JSON.stringify(after)).toContain(execution);
  expect((await server.call('auth.me', { cookie })).status).toBe(200);
});
