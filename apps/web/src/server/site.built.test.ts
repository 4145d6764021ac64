import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTRY_FILES } from '../../build/entry-files.ts';
import { signInWords } from '../features/sign-in/messages.ts';
import { isOurs } from '../sw/ours.ts';
import { inlineScriptHashes } from './page-headers.ts';
import { openSite } from './site.ts';

const ROOM = join(import.meta.dirname, '../..');
const SITE = join(ROOM, '.next/site');
let server: Server;
let origin: string;

beforeAll(async () => {
  const pages = await openSite({ folder: SITE, build: 'test', isSecure: false, kept: new Map() });
  server = createServer((incoming, outgoing) => void pages(incoming, outgoing, (incoming.url ?? '').split('?')[0] ?? '')).listen(0);
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('what the service worker keeps', () => {
  const urls = [...readFileSync(join(SITE, 'sw.js'), 'utf8').matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map(([, url = '']) => url);

  test('is served, every piece of it, as the worker wants it: one that is not, and it is never installed', async () => {
    const answers = await Promise.all(urls.map((url) => fetch(origin + url, { redirect: 'error' })));
    expect(answers.filter((answer) => !isOurs(answer.url, answer)).map(({ url }) => url)).toEqual([]);
  });

  test('is the field, whole: its pages, scripts, styles and fonts, and nothing else', () => {
    const apart = urls.filter((url) => !/^\/_next\/static\/.+\.(?:js|css|woff2)$/.test(url));
    expect(apart.sort()).toEqual(['/', '/app', '/icons/icon-192.png', '/manifest.webmanifest']);
    const scripts = (page: string) =>
      [...readFileSync(join(SITE, page), 'utf8').matchAll(/<script src="([^"]+)"(?![^>]*noModule)/g)].map(([, url = '']) => url);
    expect(scripts('app.html').length).toBeGreaterThan(2);
    expect(scripts('app.html').filter((url) => !urls.includes(url))).toEqual([]);
    expect(scripts('office.html').filter((url) => !urls.includes(url))).toContainEqual(expect.stringContaining('/office-'));
  });
});

describe('every page that is served', () => {
  const PAGES = ['/', '/app', '/app/executions/1', '/office', '/office/people', '/preview', '/nowhere'];

  test.each(PAGES)('%s runs the scripts that its policy names, and may not be framed, sniffed or sent elsewhere', async (path) => {
    const answer = await fetch(origin + path, { headers: { accept: 'text/html' } });
    const policy = new Map((answer.headers.get('content-security-policy') ?? '').split('; ').map((part) => [part.split(' ', 1)[0], part]));
    const inline = inlineScriptHashes(await answer.text());
    expect(inline.length).toBeGreaterThan(0);
    expect(policy.get('script-src')).toBe(["script-src 'self' 'wasm-unsafe-eval'", ...inline].join(' '));
    const strict = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "connect-src 'self'", "style-src 'self'"];
    expect(strict.filter((part) => ![...policy.values()].includes(part))).toEqual([]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('permissions-policy')).toMatch(/camera=\(self\), geolocation=\(self\)/);
  });
});

describe('what the advisories of the framework are about', () => {
  test.each(['/_next/image?url=%2Ficons%2Ficon-192.png&w=64&q=75', '/_next/data/x/app.json', '/api/og', '/__nextjs_original-stack-frame'])(
    '%s is not there',
    async (path) => {
      expect((await fetch(origin + path)).status).toBe(404);
    },
  );

  test.each(['/', '/app', '/office'])('a server action sent to %s is refused before any of our code sees it', async (path) => {
    const headers = { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };
    expect((await fetch(origin + path, { method: 'POST', headers, body: '["$1:a:a"]' })).status).toBe(405);
  });

  test('the build holds no server function, no route of the framework and no picture service', () => {
    const found = globSync('.next/server/**/{server-reference-manifest.json,middleware-manifest.json}', { cwd: ROOM });
    const manifests = found.map((name) => JSON.parse(readFileSync(join(ROOM, name), 'utf8')));
    for (const { node = {}, edge = {}, middleware = {}, functions = {} } of manifests)
      expect([node, edge, middleware, functions].flatMap((one) => Object.keys(one))).toEqual([]);
    expect(globSync('.next/server/app/**/route.js', { cwd: ROOM })).toEqual([]);
  });
});

describe('a page as it was built', () => {
  test('of a shell runs its own entry, and nothing of Next’s', () => {
    // Written into the page: how it looks before it is painted, and in the field what a stranger's sign-in asks for, and whose it is.
    for (const [page, inline] of [
      ['app', 3],
      ['office', 1],
    ] as const) {
      const html = readFileSync(join(SITE, `${page}.html`), 'utf8');
      expect(html).not.toMatch(/__NEXT_DATA__|chunks\/(?:main|pages\/)|_buildManifest/);
      expect(html.match(/<script(?! src=)/g)).toHaveLength(inline);
    }
  });

  test('of the field brings the sign-in in both languages, drawn by the styles that the page names', () => {
    const html = readFileSync(join(SITE, 'app.html'), 'utf8');
    for (const { title } of [signInWords.fr, signInWords.en]) expect(html).toContain(`>${title}</h1>`);
    const { field } = JSON.parse(readFileSync(join(ROOM, '.next', ENTRY_FILES), 'utf8'));
    expect(field.signIn.filter((file: string) => file.endsWith('.css'))).toEqual([]);
  });

  test.each(['app', 'office', 'index', 'preview', '404'])('%s carries no style and no handler that its policy would refuse', (page) => {
    const html = readFileSync(join(SITE, `${page}.html`), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:/);
  });
});
