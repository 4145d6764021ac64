import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE } from './table.ts';

const changes = [
  // Work that was on a phone and is gone, as the phone itself found it.
  'alter table device add column lost jsonb',
  // Somebody at the desk knows that this phone will not come back; heard of again, it counts again.
  'alter table device add column dismissed_at timestamptz',
  // Who brought an operation in a file; its author stays its author.
  'alter table operation add column delivered_by uuid',
  // How long work may wait on a phone before the office is alarmed.
  'alter table organisation add column unsent_alarm_hours integer not null default 24',
  'alter table organisation add constraint organisation_unsent_alarm_check check (unsent_alarm_hours between 1 and 720)',
  `grant update (unsent_alarm_hours) on organisation to ${APP_ROLE}`,
  `create index operation_held on operation (org_id, actor_id) where state = 'held'`,
];

/** What the office knows of phones and of work that came by hand. */
export const moments: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const change of changes) await sql.raw(change).execute(db);
  },
};
