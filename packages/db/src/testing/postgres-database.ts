import pg from 'pg';
import { readDatabaseUrl } from '../database/database-url.ts';
import type { Database } from '../database/handle.ts';
import { openDatabase } from '../database/open.ts';

export interface TestPostgres {
  readonly db: Database;
  readonly url: string;
  /** Runs SQL as the superuser, outside every rule: for looking, and for planting. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A fresh, migrated PostgreSQL database. Needs the global set-up of this package in the room's vitest configuration. */
export async function testPostgres({ poolSize }: { poolSize?: number } = {}): Promise<TestPostgres> {
  const { url, template } = server();
  const name = `heliograph_${random()}`;
  await admin(url, `create database ${name} template ${template}`);
  const own = databaseIn(url, name);
  const db = await openDatabase({ databaseUrl: own, ...(poolSize === undefined ? {} : { poolSize }) });
  const client = new pg.Client({ connectionString: own });
  client.on('error', () => undefined);
  await client.connect();
  return {
    db,
    url: own,
    sql: async (text, values = []) => (await client.query(text, [...values])).rows,
    close: async () => {
      await db.close();
      await client.end();
      await admin(url, `drop database ${name} with (force)`);
    },
  };
}

function server(): { url: string; template: string } {
  const url = process.env['TEST_DATABASE_URL'];
  const template = process.env['TEST_DATABASE_TEMPLATE'];
  if (url === undefined || template === undefined)
    throw new Error("Add '@heliograph/db/testing/global-setup' to globalSetup in this room's vitest.config.ts.");
  return { url, template };
}

/** The same server, another database. */
export function databaseIn(url: string, name: string): string {
  const address = new URL(readDatabaseUrl(url));
  address.pathname = `/${name}`;
  return address.href;
}

export async function admin(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: readDatabaseUrl(url) });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

const random = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);
export const templateName = () => `heliograph_template_${random()}`;
