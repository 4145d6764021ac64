import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Handlers, parseEnv } from '@heliograph/api';
import { type TestServer, testServer } from '@heliograph/api/testing';
import { testPostgres } from '@heliograph/db/testing';
import type { Sender } from '@heliograph/sync/server';
import { type BackUp, backUpOf } from './backup.ts';

/** What phones knock at. */
export type Doors = Pick<Handlers, 'trpc' | 'photo'>;

/** The servers that the phones of a run talk to, and the database under them. */
export interface Backend {
  readonly db: TestServer['deps']['db'];
  readonly instances: readonly Doors[];
  /** Opens a session as signing in does and returns its cookie. */
  signIn(sender: Sender): Promise<string>;
  signOut(cookie: string): Promise<void>;
  /** Moves the servers' clock on by a second, where it is ours to move: limits by the second are not what a run is about. */
  passSecond(): void;
  /** What the servers logged as bugs since the last look. */
  bugs(): string[];
  /** Where the rows can be copied and put back. */
  readonly backUp: BackUp | null;
  close(): Promise<void>;
}

export const sessionsOf = ({ deps: { sessions } }: TestServer): Pick<Backend, 'signIn' | 'signOut'> => ({
  signIn: async ({ org, user }) => (await sessions.open(user, { org, kind: 'phone', label: 'round trip', network: '127.0.0.0' })).split(';')[0] ?? '',
  signOut: async (cookie) => void (await sessions.close(cookie)),
});

const bugsIn = (lines: string[]) => () => lines.splice(0).filter((line) => line.includes('"level":"error"'));

/** One server on an embedded database in memory. */
export async function onEmbedded(): Promise<Backend> {
  const server = await testServer();
  return {
    ...{ db: server.deps.db, instances: [server.handlers], backUp: null, bugs: bugsIn(server.lines), ...sessionsOf(server) },
    passSecond: () => server.pass(1000),
    close: server.close,
  };
}

/** Two servers as production runs them on one PostgreSQL and one folder of photos, without stickiness. A third one only signs people in. */
export async function onPostgres(): Promise<Backend> {
  const postgres = await testPostgres();
  const clerk = await testServer({ db: postgres.db });
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-round-trip-'));
  const env = parseEnv({ DATABASE_URL: postgres.url, HELIOGRAPH_KEY: randomBytes(32).toString('base64url'), DATA_DIR: folder });
  const { log } = clerk.deps;
  const servers = [createServer(env, log), createServer(env, log)];
  return {
    ...{ db: postgres.db, instances: servers.map(({ handlers }) => handlers), backUp: backUpOf(postgres), ...sessionsOf(clerk) },
    bugs: bugsIn(clerk.lines),
    passSecond: () => undefined,
    close: async () => {
      for (const server of servers) await server.close();
      await clerk.close();
      await postgres.close();
      await rm(folder, { recursive: true });
    },
  };
}
