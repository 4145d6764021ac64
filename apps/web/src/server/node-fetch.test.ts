import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { answerWith } from './node-fetch.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server with this one handler. */
function serve(handle: (request: Request) => Promise<Response>, trustProxy = 0): string {
  server = createServer((incoming, outgoing) => {
    answerWith({ handle, trustProxy }, incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0);
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

describe('a handler that speaks fetch, behind a server that speaks Node', () => {
  test('gets method, path, headers and body, and its answer arrives with every cookie', async () => {
    const origin = serve(async (request) => {
      const headers = new Headers({ 'content-type': 'text/plain' });
      for (const cookie of ['a=1; HttpOnly', 'b=2']) headers.append('set-cookie', cookie);
      const { pathname, search } = new URL(request.url);
      return new Response(`${request.method} ${pathname}${search} ${request.headers.get('x-own')} ${await request.text()}`, { status: 201, headers });
    });
    const answer = await fetch(`${origin}/api/x?y=1`, { method: 'PATCH', headers: { 'x-own': 'é' }, body: 'bytes' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1; HttpOnly', 'b=2']]);
    expect(await answer.text()).toMatch(/^PATCH \/api\/x\?y=1 .+ bytes$/);
  });

  test('is told who the peer is, whatever the caller claims, until a proxy is declared', async () => {
    const say = async (request: Request) => new Response(request.headers.get('x-forwarded-for'));
    const forged = { headers: { 'x-forwarded-for': '1.2.3.4' } };
    expect(await (await fetch(serve(say), forged)).text()).not.toContain('1.2.3.4');
    server?.close();
    expect(await (await fetch(serve(say, 1), forged)).text()).toBe('1.2.3.4');
  });

  test('packs long JSON, and leaves events, pictures and short answers as they are', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(5000) });
    const origin = serve(async (request) => {
      const type = new URL(request.url).searchParams.get('type') ?? '';
      const body = new URL(request.url).pathname === '/short' ? '{}' : long;
      return new Response(body, { headers: { 'content-type': type, 'content-length': String(body.length) } });
    });
    const packing = async (path: string) => {
      const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'br, gzip' } });
      expect((await answer.text()).length).toBeGreaterThan(1);
      return answer.headers.get('content-encoding');
    };
    expect(await packing('/long?type=application/json')).toBe('br');
    expect(await packing('/short?type=application/json')).toBeNull();
    expect(await packing('/long?type=text/event-stream')).toBeNull();
    expect(await packing('/long?type=image/jpeg')).toBeNull();
  });

  test('hears that the caller has left', async () => {
    const left = new Promise<void>((resolve) => {
      const origin = serve(async ({ signal }) => {
        signal.addEventListener('abort', () => resolve());
        return new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('event')) }));
      });
      const caller = request(origin, (answer) => answer.once('data', () => caller.destroy()));
      caller.on('error', () => undefined);
      caller.end();
    });
    await left;
  });

  test('never sees a request that is none', async () => {
    const origin = serve(async () => new Response('reached'));
    const status = await new Promise((resolve) => {
      request(origin, { path: '//[', method: 'GET' }, (answer) => resolve(answer.statusCode)).end();
    });
    expect([200, 400]).toContain(status);
  });
});
