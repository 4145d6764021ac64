import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN, testServer } from '@heliograph/api/testing';
import { openDatabase, restorePostgres, savePostgres } from '@heliograph/db';
import { admin, databaseIn, type PostgresServer, postgresBinaries, startPostgres } from '@heliograph/db/testing';
import { AppError } from '@heliograph/domain';
import { freePort, type Server, startServer } from '@heliograph/tools/server';
import { type Backend, type Doors, sessionsOf } from '../round-trip/backend.ts';

/** One server process, at an address it keeps through all its lives. */
export interface Post {
  readonly doors: Doors;
  /** Resolves when the next call is on its way to it. */
  called(): Promise<void>;
  /** @param env of this life: another build says so here */
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Real server processes, as `npm start` runs them, on one real PostgreSQL of their own and one folder; nobody is sent to the same one twice. */
export interface Fleet extends Backend {
  readonly posts: readonly Post[];
  readonly postgres: PostgresServer;
  /** A dump by PostgreSQL's own tool, and the photos, as the operations page says to take them. */
  dump(): Promise<Dump>;
  /** Takes one stored operation away behind everybody's back: an auditor that does not miss it sees nothing. */
  forget(operation: string): Promise<void>;
}

export interface Dump {
  /** The machine is lost: the servers are killed, the database is dropped, the dump is brought back, and nobody is told. */
  bringBack(): Promise<void>;
}

const NAME = 'plant';

export async function openFleet(size = 2): Promise<Fleet> {
  const postgres = await startPostgres({ isDurable: true });
  const databaseUrl = databaseIn(postgres.url, NAME);
  await admin(postgres.url, `create database ${NAME}`);
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-siege-'));
  const env = { DATABASE_URL: databaseUrl, HELIOGRAPH_KEY: randomBytes(32).toString('base64url'), PUBLIC_ORIGIN: ORIGIN, DEMO: 'off' };
  const db = await openDatabase({ databaseUrl });
  const clerk = await testServer({ db });
  const said: string[] = [];
  const posts = await Promise.all(Array.from({ length: size }, () => openPost({ env, dataDir: folder, said })));
  for (const post of posts) await post.start();
  const { signIn, signOut } = sessionsOf(clerk);
  return {
    ...{ db, posts, postgres, backUp: null, instances: posts.map(({ doors }) => doors) },
    signIn: (sender) => patiently(() => signIn(sender)),
    signOut: (cookie) => patiently(() => signOut(cookie)),
    passSecond: () => undefined,
    bugs: () => said.splice(0).flatMap(errorsIn),
    forget: (operation) => admin(databaseUrl, `set session_replication_role = replica; delete from operation where op_id = '${operation}'`),
    dump: () => dumpOf({ postgres, databaseUrl, folder, posts }),
    close: async () => {
      for (const post of posts) await post.stop();
      await clerk.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a server called a bug. That its database was away is no bug of its own. */
const errorsIn = (text: string): string[] => text.split('\n').filter((line) => line.includes('"level":"error"') && !line.includes('UNAVAILABLE'));

interface Posting {
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** What each life has printed, once it is over. */
  readonly said: string[];
}

async function openPost({ env, dataDir, said }: Posting): Promise<Post> {
  const port = await freePort();
  let life: Server | null = null;
  const waiting: (() => void)[] = [];
  const door = async (request: Request): Promise<Response> => {
    for (const tell of waiting.splice(0)) tell();
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
    return fetch(`http://localhost:${port}${pathname}${search}`, { method, headers, body, redirect: 'manual' });
  };
  const end = (how: 'kill' | 'stop') => async () => {
    await life?.[how]();
    if (life !== null) said.push(life.output());
    life = null;
  };
  return {
    doors: { trpc: door, photo: door },
    called: () => new Promise((resolve) => waiting.push(resolve)),
    start: async (more = {}) => {
      life = await startServer({ env: { ...env, ...more }, dataDir, port });
    },
    kill: end('kill'),
    stop: end('stop'),
  };
}

/** The desk of a test asks again while the database is away, as a person would. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 200 || !(error instanceof AppError) || error.code !== 'UNAVAILABLE') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

interface Dumping {
  readonly postgres: PostgresServer;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly posts: readonly Post[];
}

async function dumpOf({ postgres, databaseUrl, folder, posts }: Dumping): Promise<Dump> {
  const shelf = await mkdtemp(join(tmpdir(), 'heliograph-dump-'));
  const [rows, photos, here] = [join(shelf, 'rows'), join(shelf, 'photos'), join(folder, 'photos')];
  const place = { databaseUrl, path: `${postgresBinaries()}:/usr/bin:/bin` };
  await savePostgres(place, rows);
  await cp(here, photos, { recursive: true }).catch(ifThereAreNone);
  return {
    bringBack: async () => {
      for (const post of posts) await post.kill();
      await admin(postgres.url, `drop database ${NAME} with (force)`);
      await admin(postgres.url, `create database ${NAME}`);
      await restorePostgres(place, rows);
      await rm(here, { recursive: true, force: true });
      await cp(photos, here, { recursive: true }).catch(ifThereAreNone);
      for (const post of posts) await post.start();
    },
  };
}

function ifThereAreNone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
