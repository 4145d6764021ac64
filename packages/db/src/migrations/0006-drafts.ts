import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE, makesTables } from './table.ts';

const procedures = makesTables([
  {
    // What versions and a draft belong to. Archived: in no library, nothing new begins on it, and whatever names it stays readable.
    name: 'procedure',
    columns: `
      org_id uuid not null,
      slug text not null,
      created_at timestamptz not null default now(),
      created_by uuid,
      archived_at timestamptz,
      archived_by uuid,
      constraint procedure_pk primary key (org_id, slug),
      constraint procedure_organisation_fk foreign key (org_id) references organisation (org_id),
      constraint procedure_creator_fk foreign key (org_id, created_by) references member (org_id, user_id),
      constraint procedure_archiver_fk foreign key (org_id, archived_by) references member (org_id, user_id)`,
    app: 'select, insert, update (archived_at, archived_by)',
  },
]);

const drafts = makesTables([
  {
    // One a procedure: what is being written. Its revision says which state an editor saw.
    name: 'procedure_draft',
    columns: `
      org_id uuid not null,
      slug text not null,
      document jsonb not null,
      revision integer not null,
      base_hash text,
      changed_at timestamptz(3) not null,
      changed_by uuid not null,
      ended_at timestamptz,
      constraint procedure_draft_pk primary key (org_id, slug),
      constraint procedure_draft_procedure_fk foreign key (org_id, slug) references procedure (org_id, slug),
      constraint procedure_draft_base_fk foreign key (org_id, base_hash) references procedure_version (org_id, hash),
      constraint procedure_draft_writer_fk foreign key (org_id, changed_by) references member (org_id, user_id)`,
    // One that was published or put aside has ended; its words stay, and the next one counts on from its revision.
    app: 'select, insert, update',
  },
  {
    // Who has a draft open just now, so that two people hear of each other.
    name: 'procedure_presence',
    columns: `
      org_id uuid not null,
      slug text not null,
      user_id uuid not null,
      seen_at timestamptz not null,
      constraint procedure_presence_pk primary key (org_id, slug, user_id),
      constraint procedure_presence_procedure_fk foreign key (org_id, slug) references procedure (org_id, slug),
      constraint procedure_presence_member_fk foreign key (org_id, user_id) references member (org_id, user_id)`,
    app: 'select, insert, update (seen_at)',
  },
  {
    // What one person wants published and another one has to agree to: the content as it was then, whatever becomes of the draft.
    name: 'procedure_proposal',
    columns: `
      org_id uuid not null,
      id uuid not null,
      slug text not null,
      revision integer not null,
      hash text not null,
      content jsonb not null,
      note text not null,
      accepted text[] not null,
      proposed_by uuid not null,
      proposed_at timestamptz(3) not null,
      decision text,
      decided_by uuid,
      decided_at timestamptz(3),
      reason text,
      constraint procedure_proposal_pk primary key (org_id, id),
      constraint procedure_proposal_procedure_fk foreign key (org_id, slug) references procedure (org_id, slug),
      constraint procedure_proposal_proposer_fk foreign key (org_id, proposed_by) references member (org_id, user_id),
      constraint procedure_proposal_decider_fk foreign key (org_id, decided_by) references member (org_id, user_id),
      constraint procedure_proposal_decision_check check (decision in ('approved', 'rejected', 'withdrawn')),
      constraint procedure_proposal_decided_check check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))`,
    app: 'select, insert, update (decision, decided_by, decided_at, reason)',
    after: [
      'create index procedure_proposal_slug on procedure_proposal (org_id, slug, proposed_at desc)',
      `create unique index procedure_proposal_open_key on procedure_proposal (org_id, slug) where decision is null`,
    ],
  },
]);

/** The rows of procedures that were published before there was a table of them. The owner is under row-level security too: lifted for one statement. */
const backfill = [
  ...['procedure_version', 'procedure'].map((table) => `alter table ${table} no force row level security`),
  'insert into procedure (org_id, slug, created_at) select org_id, slug, min(published_at) from procedure_version group by org_id, slug',
  ...['procedure_version', 'procedure'].map((table) => `alter table ${table} force row level security`),
  'alter table procedure_version add constraint procedure_version_procedure_fk foreign key (org_id, slug) references procedure (org_id, slug)',
];

const changes = [
  // Why it was published, which warnings its publisher took upon them, and who agreed to it.
  `alter table procedure_version add column note text not null default ''`,
  `alter table procedure_version add column accepted text[] not null default '{}'`,
  'alter table procedure_version add column approved_by uuid',
  'alter table procedure_version add column approved_at timestamptz',
  'alter table procedure_version add constraint procedure_version_approver_fk foreign key (org_id, approved_by) references member (org_id, user_id)',
  'alter table organisation add column second_approval boolean not null default false',
  `grant update (second_approval) on organisation to ${APP_ROLE}`,
  'create index execution_procedure on execution (org_id, procedure_hash, status)',
];

/** Procedures with a draft each, and the second person who agrees before a version is published. */
export const procedureDrafts: Migration = {
  up: async (db: Kysely<unknown>) => {
    await procedures.up(db);
    for (const change of backfill) await sql.raw(change).execute(db);
    await drafts.up(db);
    for (const change of changes) await sql.raw(change).execute(db);
  },
};
