import { readFile } from 'node:fs/promises';
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createServer, type Env, type Handlers, type Server } from '@heliograph/api';
import { openDevPages } from './dev-pages.ts';
import { openHttps } from './https/open-https.ts';
import { keepAssets } from './kept-assets.ts';
import { answerWith } from './node-fetch.ts';
import { openSite, type Pages } from './site.ts';

const ROOM = fileURLToPath(new URL('../..', import.meta.url));
const SITE = join(ROOM, '.next/site');
/** Requests under way may end; streams that never end by themselves are cut after this, ms. */
const GRACE_MS = 5000;

export interface Running {
  readonly port: number;
  readonly api: Server;
  /** SHA-256 of the certificate of our own authority; null where there is none. */
  readonly authority: string | null;
  /** No new requests; those under way end; then the database is closed. */
  close(): Promise<void>;
}

interface Start {
  readonly env: Env;
  readonly isDev: boolean;
  tell(message: string): void;
}

/**
 * One process, one port: the API by its own handlers, everything else from the files of the build.
 * Next builds those files and does not run here: what it could be attacked through (server functions, its image optimiser, the decoder of its
 * own protocol, WebSocket upgrades) is not there (docs/decisions/0007).
 */
export async function serve({ env, isDev, tell }: Start): Promise<Running> {
  const api = createServer(env);
  let pages: Pages | null = null;
  const underWay = new Set<ServerResponse>();
  const handle: RequestListener = (request, response) => {
    underWay.add(response.once('close', () => underWay.delete(response)));
    answer(request, response, { api: api.handlers, pages, trustProxy: env.trustProxy }).catch(() => fail(response));
  };
  const { http, authority, cut, dev } = await openDoor(env, handle);
  // The port first: a second server of the same folder stops here, before it touches the data.
  const port = await listen(http, env.port);
  const end = () => close({ http, cut, api, underWay });
  try {
    pages = isDev ? await openDevPages(dev, { dir: ROOM, port }) : await openBuilt(env, tell);
    tell(env.databaseUrl === null ? `opening the embedded database in ${env.dataDir}` : 'connecting to PostgreSQL');
    await api.ready(tell);
  } catch (error) {
    await end();
    throw error;
  }
  return { port, api, authority, close: end };
}

interface Door {
  /** What listens. */
  readonly http: NetServer;
  readonly authority: string | null;
  cut(): void;
  /** For Next's own upgrades in development. */
  readonly dev: HttpServer;
}

async function openDoor(env: Env, handle: RequestListener): Promise<Door> {
  if (env.https) return openHttps(env, handle);
  const http = createHttpServer(handle);
  return { http, authority: null, cut: () => http.closeAllConnections(), dev: http };
}

async function openBuilt(env: Env, tell: (message: string) => void): Promise<Pages> {
  const build = await readFile(join(ROOM, '.next/BUILD_ID'), 'utf8').catch(() => {
    throw new Error('There is no build yet. Make one with: npm start');
  });
  const shelf = join(env.dataDir, 'assets');
  const kept = await keepAssets(SITE, shelf).catch(() => {
    tell(`${shelf} cannot be written: phones that sleep through an update will have to load the page anew`);
    return new Map<string, string>();
  });
  return openSite({ folder: SITE, build, kept, isSecure: env.publicOrigin?.startsWith('https:') ?? false });
}

interface Rooms {
  readonly api: Handlers;
  readonly pages: Pages | null;
  readonly trustProxy: number;
}

/** One request, to whichever part of the process answers it. */
export async function answer(request: IncomingMessage, response: ServerResponse, { api, pages, trustProxy }: Rooms): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  // Ready means that people can work: a balancer must not send them to a process that has no pages yet.
  const handle = path === '/api/ready' && pages === null ? null : doorOf(api, path);
  if (handle !== null) return answerWith({ handle, trustProxy }, request, response);
  if (path.startsWith('/api/') || pages === null) return void response.writeHead(pages === null ? 503 : 404, { 'retry-after': '2' }).end();
  return pages(request, response, path);
}

function doorOf(api: Handlers, path: string): Handlers[keyof Handlers] | null {
  if (path.startsWith('/api/trpc/')) return api.trpc;
  if (path.startsWith('/api/photos/')) return api.photo;
  if (path === '/api/attachments' || path.startsWith('/api/attachments/')) return api.attachment;
  if (path.startsWith('/api/tips/')) return api.tipPhoto;
  if (path.startsWith('/api/export/')) return api.export;
  if (path === '/api/import/assets') return api.import;
  if (path === '/api/import/xlsform' || path === '/api/import/procedure') return api.importProcedure;
  if (path === '/api/health') return api.health;
  return path === '/api/ready' ? api.ready : null;
}

/** A caller who left, or a bug of ours: the process goes on. */
function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

function listen(http: NetServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use. Stop the other server, or choose another port: PORT=3001 npm start`) : error,
      ),
    );
    http.listen(port, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Closing extends Pick<Door, 'http' | 'cut'> {
  readonly api: Server;
  readonly underWay: ReadonlySet<ServerResponse>;
}

async function close({ http, cut, api, underWay }: Closing): Promise<void> {
  const closed = new Promise((resolve) => http.close(resolve));
  const began = Date.now();
  // Browsers hold connections they may never use: those are not waited for.
  while (underWay.size > 0 && Date.now() - began < GRACE_MS) await setTimeout(50);
  cut();
  await closed;
  await api.close();
}
