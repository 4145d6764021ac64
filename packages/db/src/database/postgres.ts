import { AppError } from '@heliograph/domain';
import { type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Schema } from '../schema.ts';
import { readDatabaseUrl } from './database-url.ts';
import { PARSERS } from './parsers.ts';

/** Enough for a busy server of two cores; a transaction never asks for a second connection. */
const POOL = 6;
const OLDEST = 15;

interface PoolOptions {
  readonly size?: number;
}

/** Nothing is asked of a connection when it is opened: a pooler in front refuses what it does not know. Limits are set in each transaction. */
export function postgresDialect(databaseUrl: string, { size = POOL }: PoolOptions = {}): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: readDatabaseUrl(databaseUrl),
    max: size,
    connectionTimeoutMillis: 10_000,
    application_name: 'heliograph',
    types: { getTypeParser: (oid, format) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection can be cut at any moment, idle or between two statements. The next query on it fails and says so; without a listener the
  // event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}

/** @throws AppError UNAVAILABLE with a sentence for whoever runs the server */
export async function checkServer(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ version: number; durable: string }>`
    select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as durable`.execute(db);
  const [server] = rows;
  if (server === undefined || server.version < OLDEST * 10_000)
    throw new AppError(
      'UNAVAILABLE',
      {},
      `PostgreSQL ${OLDEST} or newer is needed; this server is version ${Math.trunc((server?.version ?? 0) / 10_000)}.`,
    );
  // An acknowledgement promises that the work is on the disk.
  if (server.durable === 'off') throw new AppError('UNAVAILABLE', {}, 'This server runs with synchronous_commit = off; Heliograph needs it on.');
}
