import { AppError } from '@heliograph/domain';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { gaveWay } from '../errors.ts';
import { migrations } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';

/**
 * Brings the database to this build's last migration. One that a later build has brought further is served as it is: migrations only add (a test
 * holds them to it), so that going back to the previous build needs nothing but starting it.
 * @throws AppError UNAVAILABLE with a sentence for whoever runs the server
 */
export async function migrate(queries: Kysely<Schema>): Promise<void> {
  let outcome = await run(queries);
  for (let again = 0; again < PATIENCE && (await mayPass(queries, outcome)); again++) outcome = await run(queries);
  const { error, failed } = outcome;
  if (error !== undefined)
    throw new AppError(
      'UNAVAILABLE',
      {},
      `The database could not be brought up to date${failed === undefined ? '' : ` (${failed})`}: ${error instanceof Error ? error.message : String(error)}`,
    );
}

type Migrations = Readonly<Record<string, Migration>>;

interface Outcome {
  readonly error: unknown;
  /** The migration that failed, where one did. */
  readonly failed: string | undefined;
  readonly known: Migrations;
}

/** Kysely holds an advisory lock on PostgreSQL: of several processes that start at once, one migrates and the others wait. */
async function run(queries: Kysely<Schema>): Promise<Outcome> {
  const known: Migrations = { ...migrations, ...(await ofLaterBuilds(queries)) };
  const migrator = new Migrator({ db: queries.withoutPlugins(), provider: { getMigrations: async () => known } });
  const { error, results = [] } = await migrator.migrateToLatest();
  return { error, failed: results.find(({ status }) => status === 'Error')?.migrationName, known };
}

/** Times that a migration gives way to phones that push meanwhile. */
const PATIENCE = 20;

/**
 * Whether the same again may pass: a migration and a push waited for each other, PostgreSQL chose the migration, and nothing of it is left; or a
 * later build beside this one was just at it, and what it did is there to be read now.
 */
async function mayPass(queries: Kysely<Schema>, { error, known }: Outcome): Promise<boolean> {
  if (error === undefined) return false;
  return gaveWay(error) || (await laterThan(queries, known));
}

const laterThan = async (queries: Kysely<Schema>, known: Migrations): Promise<boolean> =>
  Object.keys(await ofLaterBuilds(queries)).some((name) => !(name in known));

/** Migrations that this database has had and this build has never heard of, all after its own last one; to this build each is done. */
async function ofLaterBuilds(queries: Kysely<Schema>): Promise<Migrations> {
  const done = await doneIn(queries);
  const last = Object.keys(migrations).sort().at(-1) ?? '';
  return Object.fromEntries(done.filter((name) => name > last).map((name) => [name, { up: async () => undefined }]));
}

async function doneIn(queries: Kysely<Schema>): Promise<string[]> {
  const plain = queries.withoutPlugins();
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(plain);
  if (rows[0]?.there !== true) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(plain)).rows.map(({ name }) => name);
}
