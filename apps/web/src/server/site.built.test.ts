import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOurs } from '../sw/ours.ts';
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

describe('a page as it was built', () => {
  test('of a shell runs its own entry, and nothing of Next’s', () => {
    for (const page of ['app', 'office']) {
      const html = readFileSync(join(SITE, `${page}.html`), 'utf8');
      expect(html).not.toMatch(/__NEXT_DATA__|chunks\/(?:main|pages\/)|_buildManifest/);
      expect(html.match(/<script(?! src=)/g)).toHaveLength(1);
    }
  });

  test.each(['app', 'office', 'index', 'preview', '404'])('%s carries no style and no handler that its policy would refuse', (page) => {
    const html = readFileSync(join(SITE, `${page}.html`), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:/);
  });
});
