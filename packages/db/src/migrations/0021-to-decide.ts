import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The rail counts the photos to decide, too: found without reading every analysis there ever was. */
export const toDecide: Migration = {
  up: async (db) => {
    await sql.raw(`create index photo_analysis_to_decide on photo_analysis (org_id) where state = 'proposed'`).execute(db);
  },
};
