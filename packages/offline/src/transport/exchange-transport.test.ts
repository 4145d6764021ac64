import type { ExchangeRequestWire } from '@heliograph/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Behaviour, HASTY, html, json, PATIENT, startServer, type TestServer } from '../../test/server.ts';
import { meta, operation, owner } from '../contract/samples.ts';
import { openTransport } from './exchange-transport.ts';

const request = (operations = 1): ExchangeRequestWire => ({
  ...{ proto: 1, user: owner().user, dev: meta().dev, nonce: 'n-1' },
  ops: Array.from({ length: operations }, (_, at) => operation(at + 1)),
});
const ok = { kind: 'ok', proto: 1, nonce: 'n-1', now: 1_763_715_600_000, inc: 'i1', ack: { i: 1, id: operation(1).id } };
const enveloped = (data: unknown) => ({ result: { data } });
const refusal = (code: string) => ({ error: { message: code, code: -32001, data: { code } } });
const UNKNOWN = { kind: 'unknown', retryAfterMs: null };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** One exchange against a server that behaves like this. */
function exchange(behaviour: Behaviour, sent = request(), grace = PATIENT) {
  server.behave(behaviour);
  return openTransport({ base: server.base, grace }).exchange(sent);
}

describe('an exchange over a real connection', () => {
  test('the answer to this request is an answer, defaults filled in', async () => {
    const result = await exchange(json(200, enveloped(ok)));
    expect(result).toMatchObject({ kind: 'answer', answer: { ...ok, ops: [], aside: [], more: false } });
  });

  test('outcomes of the protocol are answers too', async () => {
    const fork = { kind: 'fork', proto: 1, nonce: 'n-1', now: 1, inc: 'i2' };
    expect(await exchange(json(200, enveloped(fork)))).toEqual({ kind: 'answer', answer: fork });
  });

  test('a short request goes plain, a long one packed, both arrive as they were', async () => {
    const seen: { packing: string | undefined; body: unknown }[] = [];
    const watching: Behaviour = (incoming, response, body) => {
      seen.push({ packing: incoming.headers['content-encoding'], body: JSON.parse(body.toString()) });
      json(200, enveloped(ok))(incoming, response, body);
    };
    for (const count of [1, 50]) expect((await exchange(watching, request(count))).kind).toBe('answer');
    expect(seen).toEqual([
      { packing: undefined, body: request(1) },
      { packing: 'gzip', body: request(50) },
    ]);
  });

  test('a portal that answers 200 with a page says nothing', async () => {
    expect(await exchange(html(200))).toEqual(UNKNOWN);
  });

  test('the right body under a wrong content type says nothing', async () => {
    expect(
      await exchange((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(JSON.stringify(enveloped(ok)))),
    ).toEqual(UNKNOWN);
  });

  test('a redirect is not followed, wherever it leads', async () => {
    let visits = 0;
    const redirecting: Behaviour = (incoming, response, body) => {
      visits += 1;
      if (visits === 1) response.writeHead(302, { location: `${server.base}/elsewhere` }).end();
      else json(200, enveloped(ok))(incoming, response, body);
    };
    expect(await exchange(redirecting)).toEqual(UNKNOWN);
    expect(visits).toBe(1);
  });

  test('an answer to another request says nothing', async () => {
    expect(await exchange(json(200, enveloped({ ...ok, nonce: 'n-2' })))).toEqual(UNKNOWN);
  });

  test('an answer that is not of the protocol says nothing', async () => {
    for (const body of [ok, enveloped(null), enveloped({ ...ok, ack: { i: -1, id: null } }), [], 'x', null])
      expect(await exchange(json(200, body))).toEqual(UNKNOWN);
  });

  test('a server that accepts and never answers is given up at the deadline', async () => {
    expect(await exchange(() => undefined, request(), HASTY)).toEqual(UNKNOWN);
  });

  test('a body that hangs half-way is given up at the deadline', async () => {
    const half: Behaviour = (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"result":');
    expect(await exchange(half, request(), HASTY)).toEqual(UNKNOWN);
  });

  test('a body that is cut says nothing', async () => {
    const cut: Behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' }).write(JSON.stringify(enveloped(ok)));
      setTimeout(() => response.destroy(), 20);
    };
    expect(await exchange(cut)).toEqual(UNKNOWN);
  });

  test('a long answer over a slow link arrives: bytes buy time', async () => {
    const text = JSON.stringify(enveloped({ ...ok, procs: Array.from({ length: 400 }, (_, at) => at.toString(16).padStart(64, '0')) }));
    const slow: Behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const parts = text.match(/.{1,3000}/gs) ?? [];
      const next = (): void => {
        const part = parts.shift();
        if (part === undefined) response.end();
        else response.write(part, () => setTimeout(next, 50));
      };
      next();
    };
    expect((await exchange(slow, request(), HASTY)).kind).toBe('answer');
  });

  test('a server that is not there says nothing', async () => {
    const gone = await startServer();
    await gone.stop();
    expect(await openTransport({ base: gone.base, grace: PATIENT }).exchange(request())).toEqual(UNKNOWN);
  });
});

describe('a refusal', () => {
  test('by our server pauses, halves or isolates', async () => {
    expect(await exchange(json(401, refusal('UNAUTHORIZED')))).toEqual({ kind: 'signed_out' });
    expect(await exchange(json(403, refusal('FORBIDDEN')))).toEqual({ kind: 'blocked' });
    expect(await exchange(json(400, refusal('BAD_REQUEST')))).toEqual({ kind: 'unreadable' });
    expect(await exchange(json(413, refusal('PAYLOAD_TOO_LARGE')))).toEqual({ kind: 'too_large' });
  });

  test('of the address the app was opened at is a matter of the installation: nobody’s account is called suspended for it', async () => {
    const misplaced = { error: { message: 'elsewhere', code: -32003, data: { code: 'NOT_ALLOWED', details: { reason: 'origin' } } } };
    expect(await exchange(json(403, misplaced))).toEqual(UNKNOWN);
  });

  test('by something on the way with the same number says nothing, but a limit of length is a limit', async () => {
    for (const status of [401, 403, 400, 404, 407, 511]) expect(await exchange(html(status))).toEqual(UNKNOWN);
    expect(await exchange(html(413))).toEqual({ kind: 'too_large' });
  });

  test('with Retry-After is obeyed, in seconds or by the server’s own clock, and never for a day', async () => {
    const dated = { 'retry-after': 'Tue, 01 Jan 2030 00:00:30 GMT', date: 'Tue, 01 Jan 2030 00:00:00 GMT' };
    expect(await exchange(json(429, refusal('TOO_MANY_REQUESTS'), { 'retry-after': '7' }))).toEqual({ kind: 'unknown', retryAfterMs: 7000 });
    expect(await exchange(html(503, dated))).toEqual({ kind: 'unknown', retryAfterMs: 30_000 });
    expect(await exchange(html(503, { 'retry-after': '99999999' }))).toEqual({ kind: 'unknown', retryAfterMs: 3_600_000 });
    expect(await exchange(html(502, { 'retry-after': 'soon' }))).toEqual(UNKNOWN);
    expect(await exchange(json(500, refusal('INTERNAL_SERVER_ERROR')))).toEqual(UNKNOWN);
  });
});

test('what is asked of the browser: our own door, no redirect, no cache, a deadline', async () => {
  const calls: { url: unknown; init: RequestInit | undefined }[] = [];
  const scripted: typeof fetch = async (url, init) => {
    calls.push({ url, init });
    return Response.json(enveloped(ok));
  };
  await openTransport({ fetch: scripted }).exchange(request());
  const { url, init } = calls[0] ?? {};
  expect(url).toBe('/api/trpc/sync.exchange');
  expect(init).toMatchObject({ method: 'POST', redirect: 'error', cache: 'no-store', headers: { 'content-type': 'application/json' } });
  expect(init?.signal).toBeInstanceOf(AbortSignal);
});

test('a browser that cannot pack sends plain', async () => {
  const original = globalThis.CompressionStream;
  Reflect.deleteProperty(globalThis, 'CompressionStream');
  try {
    const bodies: unknown[] = [];
    const scripted: typeof fetch = async (_url, init) => {
      bodies.push(JSON.parse(await new Response(init?.body ?? null).text()));
      return Response.json(enveloped(ok));
    };
    expect((await openTransport({ fetch: scripted }).exchange(request(50))).kind).toBe('answer');
    expect(bodies).toEqual([request(50)]);
  } finally {
    globalThis.CompressionStream = original;
  }
});
