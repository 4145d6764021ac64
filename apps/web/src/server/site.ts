import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { contentPolicy, inlineScriptHashes, siteHeaders } from './page-headers.ts';

/** Answers whatever is not the API. */
export type Pages = (request: IncomingMessage, response: ServerResponse, path: string) => void | Promise<void>;

interface SiteOptions {
  /** What the build made. */
  readonly folder: string;
  readonly build: string;
  readonly isSecure: boolean;
  /** Hashed files of earlier builds, by path: a page that is open since then still asks for them (H29). */
  readonly kept: ReadonlyMap<string, string>;
}

/** A file of the site as it goes out. */
interface Page {
  readonly body: Buffer;
  readonly packed: ReadonlyMap<Packing, Buffer>;
  readonly headers: Readonly<Record<string, string>>;
}

type Packing = 'br' | 'gzip';
/** What the build left beside each file, the smaller first. */
const PACKINGS: readonly (readonly [Packing, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** The static site, read once: it is small, and a new build on the disk must not mix with the one that is being served. */
export async function openSite({ folder, build, isSecure, kept }: SiteOptions): Promise<Pages> {
  const common = { ...siteHeaders(isSecure), 'x-heliograph': build };
  const pages = await readPages(folder, common);
  const missing = pages.get('/404');
  return async (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { ...common, allow: 'GET, HEAD' }).end();
    const page = pages.get(shellOf(path)) ?? (await earlier(kept.get(path), common));
    if (page !== null) return send(request, response, { page, status: 200 });
    const isPage = missing !== undefined && (request.headers.accept ?? '').includes('text/html');
    if (isPage) return send(request, response, { page: missing, status: 404 });
    response.writeHead(404, { ...common, 'content-type': 'text/plain' }).end('Not found');
  };
}

/** Whatever the address inside a shell, it is the shell's one page. */
function shellOf(path: string): string {
  const shell = /^\/(?:app|office)(?=\/)/.exec(path)?.[0];
  return shell ?? (path.length > 1 ? path.replace(/\/$/, '') : path);
}

async function readPages(folder: string, common: Readonly<Record<string, string>>): Promise<Map<string, Page>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const all = new Set(names);
  const pages = new Map<string, Page>();
  for (const name of names) {
    if (PACKINGS.some(([, ending]) => name.endsWith(ending))) continue;
    const path = `/${relative(folder, name).split(sep).join('/')}`;
    const body = await readFile(name);
    const packed = new Map<Packing, Buffer>();
    for (const [packing, ending] of PACKINGS) if (all.has(name + ending)) packed.set(packing, await readFile(name + ending));
    pages.set(addressOf(path), { body, packed, headers: { ...common, ...headersOf(path, body) } });
  }
  return pages;
}

/** `/app.html` is served at `/app`, `/index.html` at `/`. */
const addressOf = (path: string): string => (path.endsWith('.html') ? path.replace(/(?:index)?\.html$/, '') || '/' : path);

function headersOf(path: string, body: Buffer): Record<string, string> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return {
    'content-type': type,
    'cache-control': path.startsWith('/_next/static/') ? FOR_EVER : ASK_AGAIN,
    'content-security-policy': contentPolicy(path.endsWith('.html') ? inlineScriptHashes(body.toString()) : []),
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    vary: 'accept-encoding',
  };
}

async function earlier(name: string | undefined, common: Readonly<Record<string, string>>): Promise<Page | null> {
  if (name === undefined) return null;
  const body = await readFile(name);
  return {
    body,
    packed: new Map(),
    headers: { ...common, 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', 'cache-control': FOR_EVER },
  };
}

function send(request: IncomingMessage, response: ServerResponse, { page, status }: { page: Page; status: number }): void {
  const { etag = '' } = page.headers;
  if (status === 200 && etag !== '' && request.headers['if-none-match']?.includes(etag)) return void response.writeHead(304, page.headers).end();
  const packing = PACKINGS.map(([name]) => name).find((name) => page.packed.has(name) && accepts(request, name));
  const body = (packing === undefined ? undefined : page.packed.get(packing)) ?? page.body;
  response.writeHead(status, {
    ...page.headers,
    'content-length': body.byteLength,
    ...(packing === undefined ? {} : { 'content-encoding': packing }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether the browser takes a packing; `gzip;q=0` says that it does not. */
export const accepts = ({ headers }: Pick<IncomingMessage, 'headers'>, packing: Packing): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((part) => {
      const [name, quality] = part.trim().split(/\s*;\s*/);
      return name === packing && !/^q=0(?:\.0*)?$/.test(quality ?? '');
    });
