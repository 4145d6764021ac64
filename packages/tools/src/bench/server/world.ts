import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, parseEnv } from '@heliograph/api';
import { type TestPostgres, testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import { type Client, openClient } from './client.ts';

/** A real PostgreSQL server with the demonstration organisations in it, and the API over it in this process. */
export interface World {
  readonly postgres: TestPostgres;
  readonly client: Client;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const stopPostgresServer = await startPostgresServer();
  const postgres = await testPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'heliograph-bench-'));
  const key = randomBytes(32).toString('base64url');
  const server = createServer(parseEnv({ DATABASE_URL: postgres.url, HELIOGRAPH_KEY: key, DEMO: 'on', LOG_LEVEL: 'error', DATA_DIR: dataDir }));
  await server.ready();
  return {
    postgres,
    client: await openClient(server.handlers.trpc, 'http://localhost:3000'),
    close: async () => {
      await server.close();
      await postgres.close();
      await stopPostgresServer();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
