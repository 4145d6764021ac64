import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Work that is given to people for a day: what it says is in its log, the day stands beside for finding it. */
export const assignments: Migration = {
  up: async (db) => {
    for (const statement of [
      'alter table execution add column planned_for date',
      'create index execution_planned on execution (org_id, planned_for, execution_id) where planned_for is not null',
      // For lists of equipment page by page, and for what hangs below.
      'create index asset_parent on asset (org_id, site_id, parent_id)',
    ])
      await sql.raw(statement).execute(db);
  },
};
