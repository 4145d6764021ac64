import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { makesTables } from './table.ts';

const tables = makesTables([
  {
    // What somebody wrote stays as it was; only what became of it is added.
    name: 'tip_version',
    columns: `
      org_id uuid not null,
      tip_id text not null,
      number integer not null,
      title jsonb not null,
      content jsonb not null,
      language text,
      category text not null,
      tags text[] not null default '{}',
      links jsonb not null default '{}',
      photos jsonb not null default '[]',
      state text not null,
      written_by uuid,
      written_at timestamptz(3) not null,
      decided_by uuid,
      decided_at timestamptz(3),
      reason text,
      constraint tip_version_pk primary key (org_id, tip_id, number),
      constraint tip_version_tip_fk foreign key (org_id, tip_id) references tip (org_id, id),
      constraint tip_version_writer_fk foreign key (org_id, written_by) references member (org_id, user_id),
      constraint tip_version_decider_fk foreign key (org_id, decided_by) references member (org_id, user_id),
      constraint tip_version_state_check check (state in ('draft', 'submitted', 'approved', 'rejected'))`,
    app: 'select, insert, update (state, decided_by, decided_at, reason)',
  },
  {
    name: 'tip_rating',
    columns: `
      org_id uuid not null,
      tip_id text not null,
      user_id uuid not null,
      useful boolean not null,
      rated_at timestamptz not null,
      constraint tip_rating_pk primary key (org_id, tip_id, user_id),
      constraint tip_rating_tip_fk foreign key (org_id, tip_id) references tip (org_id, id),
      constraint tip_rating_member_fk foreign key (org_id, user_id) references member (org_id, user_id)`,
    app: 'select, insert, update (useful, rated_at)',
  },
]);

/**
 * Know-how that people write, version by version. A tip's own row is what everybody reads: its approved version, or its first one before that.
 * What the starter library brought is approved as it is, and gets a row of its first version when somebody first changes it.
 */
export const tips: Migration = {
  up: async (db) => {
    for (const statement of [
      `alter table tip
        add column links jsonb not null default '{}',
        add column photos jsonb not null default '[]',
        add column language text,
        add column author_id uuid,
        add column approved_version integer default 1,
        add column latest_version integer not null default 1,
        add column useful integer not null default 0,
        add constraint tip_author_fk foreign key (org_id, author_id) references member (org_id, user_id)`,
    ])
      await sql.raw(statement).execute(db);
    await tables.up(db);
  },
};
