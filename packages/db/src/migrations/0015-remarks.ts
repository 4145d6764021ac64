import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE } from './table.ts';

/** Ready remarks of an organisation; null until it writes its own. */
export const remarks: Migration = {
  up: async (db) => {
    for (const statement of [
      'alter table organisation add column ready_remarks jsonb',
      `grant update (ready_remarks) on organisation to ${APP_ROLE}`,
    ])
      await sql.raw(statement).execute(db);
  },
};
