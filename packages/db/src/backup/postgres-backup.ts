import { spawn } from 'node:child_process';
import { AppError } from '@heliograph/domain';
import pg from 'pg';
import { readDatabaseUrl } from '../database/database-url.ts';
import { openRoles } from '../database/open.ts';
import { countRows, type RowCounts } from './counts.ts';

interface Server {
  readonly databaseUrl: string;
  /** Where `pg_dump` and `pg_restore` are looked for, as PATH says it. */
  readonly path: string;
}

/**
 * Writes a PostgreSQL database into one file with its own `pg_dump`, and counts its rows in the very snapshot that is written.
 * @throws AppError NOT_ALLOWED where row-level security would hide rows from this login: its copy would end happily with nothing in it
 */
export const savePostgres = ({ databaseUrl, path }: Server, file: string): Promise<RowCounts> =>
  connected(databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const [login] = (await client.query('select rolsuper or rolbypassrls as "seesAll" from pg_roles where rolname = current_user')).rows;
    if (login?.seesAll !== true)
      throw new AppError(
        'NOT_ALLOWED',
        {},
        'This login is held back by row-level security. Take one with bypassrls, or a superuser, in DATABASE_URL.',
      );
    const [{ id } = { id: '' }] = (await client.query<{ id: string }>('select pg_export_snapshot() as id')).rows;
    const counts = await countRows(async (text) => (await client.query(text)).rows);
    await program({ client, path, name: 'pg_dump' }, ['--format=custom', '--no-owner', `--snapshot=${id}`, `--file=${file}`]);
    return counts;
  });

/**
 * Fills an empty PostgreSQL database from such a file, whole or not at all.
 * @throws AppError CONFLICT where the database holds tables already
 */
export async function restorePostgres({ databaseUrl, path }: Server, file: string): Promise<RowCounts> {
  // The file grants to the application's roles; they belong to the server, and a new one has none.
  await openRoles(databaseUrl);
  return connected(databaseUrl, async (client) => {
    if (Object.keys(await countRows(async (text) => (await client.query(text)).rows)).length > 0)
      throw new AppError(
        'CONFLICT',
        {},
        'This database holds tables already. Make an empty one and name it in DATABASE_URL: nothing is written over.',
      );
    await program({ client, path, name: 'pg_restore' }, [
      '--no-owner',
      '--single-transaction',
      '--exit-on-error',
      `--dbname=${client.database ?? ''}`,
      file,
    ]);
    return countRows(async (text) => (await client.query(text)).rows);
  });
}

async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: readDatabaseUrl(databaseUrl), application_name: 'heliograph backup' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Program extends Pick<Server, 'path'> {
  readonly client: pg.Client;
  readonly name: 'pg_dump' | 'pg_restore';
}

/** PostgreSQL's own program, given the connection by environment: a password on a command line is read by every neighbour. */
function program({ client, path, name }: Program, args: readonly string[]): Promise<void> {
  const { host, port, user, password, database } = client;
  const own = { PGHOST: host, PGPORT: String(port), PGUSER: user ?? '', PGPASSWORD: password ?? '', PGDATABASE: database ?? '' };
  return new Promise((resolve, reject) => {
    // The web application's types know no environment without NODE_ENV; the program does not look at it.
    const env = { NODE_ENV: 'production', PATH: path, ...own } as const;
    const child = spawn(name, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.on('error', () =>
      reject(new AppError('UNAVAILABLE', {}, `${name} was not found: install the PostgreSQL client programs, of the server's version or newer.`)),
    );
    child.on('close', (code) => (code === 0 ? resolve() : reject(new AppError('UNAVAILABLE', {}, `${name} failed: ${said.trim()}`))));
  });
}
