import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite } from './site.ts';

const FILES: Readonly<Record<string, string | Buffer>> = {
  'app.html': '<script>paint()</script>field',
  'office.html': 'office',
  'index.html': 'choose',
  '404.html': 'nothing here',
  'sw.js': 'worker()',
  'manifest.webmanifest': '{}',
  '_next/static/chunks/1.js': 'one()'.repeat(100),
  '_next/static/chunks/1.js.gz': gzipSync('one()'.repeat(100)),
};
let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heliograph-site-'));
  for (const [name, content] of Object.entries({ ...FILES, '../heliograph-old/2.js': 'old()' })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const kept = new Map([['/_next/static/chunks/2.js', join(folder, '../heliograph-old/2.js')]]);
  const pages = await openSite({ folder, build: 'b1', isSecure: true, kept });
  server = createServer((incoming, outgoing) => void pages(incoming, outgoing, (incoming.url ?? '').split('?')[0] ?? '')).listen(0);
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
/** Without a client that tidies the path. */
const raw = (path: string) =>
  new Promise<{ status: number | undefined; text: string }>((resolve) => {
    request(origin, { path }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    }).end();
  });

describe('the site', () => {
  test('is one page for every address of a shell', async () => {
    for (const path of ['/app', '/app/', '/app/executions/1/steps/s07%2Fitem', '/app/a.b?x=1'])
      expect(await (await get(path)).text()).toContain('field');
    expect(await (await get('/office/executions/1')).text()).toBe('office');
    expect(await (await get('/')).text()).toBe('choose');
  });

  test('gives each page the policy of its own scripts, and every file our mark', async () => {
    const { headers } = await get('/app');
    expect(headers.get('content-security-policy')).toContain("'sha256-");
    expect((await get('/office')).headers.get('content-security-policy')).not.toContain("'sha256-");
    expect(headers.get('x-heliograph')).toBe('b1');
    expect((await get('/sw.js')).headers.get('x-heliograph')).toBe('b1');
    expect(headers.get('strict-transport-security')).not.toBeNull();
  });

  test('keeps hashed files for ever, and asks again for everything else', async () => {
    expect((await get('/_next/static/chunks/1.js')).headers.get('cache-control')).toContain('immutable');
    for (const path of ['/app', '/sw.js', '/manifest.webmanifest']) expect((await get(path)).headers.get('cache-control')).toBe('no-cache');
    const etag = (await get('/app')).headers.get('etag') ?? '';
    expect((await get('/app', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/app', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('goes packed to whoever takes it so, and plain to whoever does not', async () => {
    const packed = await get('/_next/static/chunks/1.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe('one()'.repeat(100));
    const plain = await get('/_next/static/chunks/1.js', { 'accept-encoding': 'gzip;q=0, identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  test('still has the parts of an earlier build', async () => {
    expect(await (await get('/_next/static/chunks/2.js')).text()).toBe('old()');
  });

  test('answers a page that is not there with a page, and a missing part with an error, not with a page', async () => {
    const page = await get('/nowhere', { accept: 'text/html' });
    expect([page.status, await page.text()]).toEqual([404, 'nothing here']);
    const part = await get('/_next/static/chunks/9.js', { accept: '*/*' });
    expect([part.status, part.headers.get('content-type')]).toEqual([404, 'text/plain']);
  });

  test('holds nothing but its own files, however it is asked', async () => {
    for (const path of [
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/_next/image?url=/app',
      '/constructor',
      '/_next/static/chunks/1.js.gz',
    ])
      expect((await raw(path)).status).toBe(404);
  });

  test('is only read: a server function of the framework finds nobody', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(`${origin}/app`, { method, headers: { 'next-action': '00', 'content-type': 'text/plain' } });
      expect(answer.status).toBe(405);
    }
    expect((await fetch(`${origin}/app`, { method: 'HEAD' })).headers.get('content-length')).toBe(String(String(FILES['app.html']).length));
  });
});
