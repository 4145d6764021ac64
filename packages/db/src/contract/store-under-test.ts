import { sql } from 'kysely';
import { connection, type Database } from '../database/handle.ts';
import { testDatabase, testPostgres } from '../testing/index.ts';

/** A database to run a contract on, and a way past every rule for planting and looking. */
export interface UnderTest {
  readonly db: Database;
  sql<Row>(text: string): Promise<Row[]>;
  /** Cuts whatever connections are at work just now. */
  cutOff(): Promise<void>;
  /** The embedded database has no connection that could be cut. */
  readonly canCutOff: boolean;
  close(): Promise<void>;
}

export async function onEmbedded(): Promise<UnderTest> {
  const db = await testDatabase();
  const raw = db[connection].withoutPlugins();
  return {
    db,
    sql: async <Row>(text: string) => (await sql.raw<Row>(text).execute(raw)).rows,
    cutOff: async () => undefined,
    canCutOff: false,
    close: () => db.close(),
  };
}

export async function onPostgres(): Promise<UnderTest> {
  const { db, sql: query, close } = await testPostgres();
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'heliograph'`;
  return {
    db,
    sql: async <Row>(text: string) => (await query(text)) as Row[],
    cutOff: async () => {
      await query(cut);
    },
    canCutOff: true,
    close,
  };
}
