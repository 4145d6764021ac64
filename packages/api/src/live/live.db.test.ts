import { revokeSession, withOrg } from '@heliograph/db';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { begunExecution, ORIGIN, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

async function stream(cookie: string) {
  const leaving = new AbortController();
  const request = new Request(`${ORIGIN}/api/trpc/live.pokes`, { headers: { cookie, accept: 'text/event-stream' }, signal: leaving.signal });
  const answer = await server.handlers.trpc(request);
  const reader = answer.body?.getReader();
  let text = '';
  return {
    answer,
    /** Reads on until the text seen so far matches, or the stream ends. */
    until: async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += new TextDecoder().decode(value);
      }
      return text;
    },
    leave: () => leaving.abort(),
  };
}

test('the office hears that something arrived, and nothing of what it is', async () => {
  const office = await stream(await server.signIn(server.own.people.supervisor));
  expect(office.answer.headers.get('content-type')).toContain('text/event-stream');
  const first = await office.until(/"seq":\d+/);
  await begunExecution(server, server.own);
  const text = await office.until(/"seq":\d+[\s\S]*"seq":\d+/);
  const seqs = [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
  expect(seqs[1]).toBeGreaterThan(seqs[0] ?? 0);
  expect(first).not.toContain('canari');
  expect(text.replaceAll(/"seq":\d+/g, '')).not.toMatch(/canari|comment|step/);
  office.leave();
});

test('what happens in the other organisation pokes nobody here', async () => {
  const office = await stream(await server.signIn(server.own.people.admin));
  await office.until(/"seq":\d+/);
  await begunExecution(server, server.other);
  const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 1200));
  expect(await Promise.race([office.until(/"seq":\d+[\s\S]*"seq":\d+/), quiet])).toBe('quiet');
  office.leave();
});

test('a stream whose session was ended is cut within a minute', async () => {
  const { supervisor } = server.own.people;
  const cookie = await server.signIn(supervisor);
  const { data } = await server.call('auth.me', { cookie });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const office = await stream(cookie);
  await office.until(/"seq":\d+/);
  await withOrg(server.deps.db, { org: server.own.org }, (tx) => revokeSession(tx, data.session.handle, Date.now()));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await office.until(/SIGNED_OUT/)).toContain('SIGNED_OUT');
});
