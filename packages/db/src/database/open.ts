import { CamelCasePlugin, type Dialect, HandleEmptyInListsPlugin, Kysely, PGliteDialect, replaceWithNoncontingentExpression } from 'kysely';
import type { Schema } from '../schema.ts';
import { openDirectory, openInMemory } from './embedded.ts';
import { connection, type Database } from './handle.ts';
import { migrate } from './migrate.ts';
import { checkServer, postgresDialect } from './postgres.ts';
import { checkRoles, ensureRoles } from './roles.ts';

/** Where the data is: a PostgreSQL server, a directory of this process alone, or nowhere once the process ends. */
export type DatabasePlace =
  | { readonly databaseUrl: string; readonly poolSize?: number }
  | { readonly dataDir: string }
  | { readonly memory: true; readonly dump?: Blob };

/**
 * Opens the database, brought to the latest migration and with its roles checked. Call it once, when first needed.
 * @throws AppError UNAVAILABLE or INVALID with a sentence for whoever runs the server
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if ('databaseUrl' in place) return openPostgres(place.databaseUrl, place.poolSize);
  if ('memory' in place) {
    const lite = await openInMemory(place.dump);
    return embedded(new PGliteDialect({ pglite: lite }), () => undefined);
  }
  const { lite, unlock } = await openDirectory(place.dataDir);
  return embedded(new PGliteDialect({ pglite: lite }), unlock);
}

async function openPostgres(databaseUrl: string, size?: number): Promise<Database> {
  const patient = queriesOver(postgresDialect(databaseUrl, { size: 1 }));
  try {
    await checkServer(patient);
    await prepare(patient);
  } finally {
    await patient.destroy();
  }
  const queries = queriesOver(postgresDialect(databaseUrl, size === undefined ? {} : { size }));
  return { engine: 'postgresql', [connection]: queries, close: () => queries.destroy() };
}

/** Makes the roles of the application on a server that has none, and touches nothing else. @throws AppError UNAVAILABLE */
export async function openRoles(databaseUrl: string): Promise<void> {
  const queries = queriesOver(postgresDialect(databaseUrl, { size: 1 }));
  try {
    await checkServer(queries);
    await ensureRoles(queries);
  } finally {
    await queries.destroy();
  }
}

export async function embedded(dialect: Dialect, unlock: () => void): Promise<Database> {
  const queries = queriesOver(dialect);
  const close = async () => {
    await queries.destroy();
    unlock();
  };
  try {
    await prepare(queries);
  } catch (error) {
    await close();
    throw error;
  }
  return { engine: 'embedded', [connection]: queries, close };
}

const plugins = [
  // Without maintainNestedObjectKeys the keys inside jsonb would be rewritten too.
  new CamelCasePlugin({ maintainNestedObjectKeys: true }),
  // `in ()` is no SQL: an empty list finds nothing.
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
];
const queriesOver = (dialect: Dialect) => new Kysely<Schema>({ dialect, plugins });

async function prepare(queries: Kysely<Schema>): Promise<void> {
  await ensureRoles(queries);
  await migrate(queries);
  await checkRoles(queries);
}
