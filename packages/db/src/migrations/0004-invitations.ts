import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE, LOOKUP_ROLE, makesTables } from './table.ts';

const tables = makesTables([
  {
    // A link that was handed over. What is secret in it is known by its hash alone.
    name: 'invitation',
    columns: `
      org_id uuid not null,
      id uuid not null,
      kind text not null,
      token_hash text not null,
      email text not null,
      name text not null,
      role text,
      language text not null,
      user_id uuid,
      mailed boolean not null default false,
      created_by uuid not null,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid,
      revoked_at timestamptz,
      constraint invitation_pk primary key (org_id, id),
      constraint invitation_token_hash_key unique (token_hash),
      constraint invitation_creator_fk foreign key (org_id, created_by) references member (org_id, user_id),
      constraint invitation_member_fk foreign key (org_id, user_id) references member (org_id, user_id),
      constraint invitation_kind_check check (kind in ('join', 'reset', 'email')),
      constraint invitation_email_check check (email = lower(email)),
      constraint invitation_whom_check check ((kind = 'join') = (user_id is null) and (kind = 'join') = (role is not null)),
      constraint invitation_role_check check (role in ('technician', 'supervisor', 'admin'))`,
    app: 'select, insert, update (accepted_at, accepted_by, revoked_at)',
    lookup: 'select',
    after: ['create index invitation_made on invitation (org_id, created_at desc, id desc)'],
  },
]);

const changes = [
  // Without a default worth keeping: it is written by the sign-in.
  'alter table member add column last_sign_in_at timestamptz',
  `grant update (last_sign_in_at) on member to ${LOOKUP_ROLE}`,
  `alter table organisation add column languages text[] not null default '{fr,en}'`,
  'alter table organisation add column logo text',
  `grant update (languages, logo) on organisation to ${APP_ROLE}`,
  // An organisation reads the e-mail and language of its own members, and of nobody else: whose rows of `member` it sees is decided there.
  'alter table account enable row level security',
  'alter table account force row level security',
  `create policy account_own on account to ${APP_ROLE} using (exists (select from member where member.user_id = account.id)) with check (false)`,
  `create policy account_lookup on account to ${LOOKUP_ROLE} using (true) with check (true)`,
  `grant select (id, email, language) on account to ${APP_ROLE}`,
  'create index activity_actor on activity (org_id, actor_id, at desc, id desc)',
];

/** Invitations, what the office shows of people, and the settings of an organisation. */
export const invitations: Migration = {
  up: async (db: Kysely<unknown>) => {
    await tables.up(db);
    for (const change of changes) await sql.raw(change).execute(db);
  },
};
