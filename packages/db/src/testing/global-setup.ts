import { openDatabase } from '../database/open.ts';
import { admin, databaseIn, templateName } from './postgres-database.ts';
import { startPostgres } from './postgres-server.ts';

/**
 * For vitest's `globalSetup`: one PostgreSQL server for all `.pg.test.ts` of a run, unless TEST_DATABASE_URL names one, and in it one migrated
 * database that each test copies.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startPostgres() : null;
  const url = given ?? server?.url ?? '';
  process.env['TEST_DATABASE_URL'] = url;
  const template = templateName();
  await admin(url, `create database ${template}`);
  process.env['TEST_DATABASE_TEMPLATE'] = template;
  const db = await openDatabase({ databaseUrl: databaseIn(url, template) });
  await db.close();
  return async () => {
    await admin(url, `drop database ${template} with (force)`);
    await server?.stop();
    if (given === undefined) delete process.env['TEST_DATABASE_URL'];
  };
}
