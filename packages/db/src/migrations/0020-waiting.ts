import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The rail of the office counts what waits for a decision on every screen: those rows are found without reading all that was ever done. */
export const waiting: Migration = {
  up: async (db) => {
    await sql.raw(`create index execution_to_review on execution (org_id) where status = 'completed'`).execute(db);
  },
};
