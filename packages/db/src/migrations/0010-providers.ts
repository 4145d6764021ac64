import { makesTables } from './table.ts';

/** Where models are reached, and how an organisation and its people use them. */
export const providers = makesTables([
  {
    // The key is encrypted by the server, under a key that is not in this database. Removed, a row keeps its name for the ledger and no key.
    name: 'provider',
    columns: `
      org_id uuid not null,
      id uuid not null,
      kind text not null,
      name text not null,
      base_url text not null,
      api_version text,
      key_box text,
      key_id text,
      key_end text not null default '',
      models jsonb not null default '[]',
      is_on boolean not null,
      removed_at timestamptz,
      created_at timestamptz(3) not null default now(),
      constraint provider_pk primary key (org_id, id),
      constraint provider_organisation_fk foreign key (org_id) references organisation (org_id),
      constraint provider_kind_check check (kind in ('openai', 'azure', 'anthropic', 'google', 'mistral', 'groq', 'other')),
      constraint provider_key_check check ((key_box is null) = (key_id is null)),
      constraint provider_removed_check check (removed_at is null or key_box is null)`,
    app: 'select, insert, update',
  },
  {
    name: 'assistant_settings',
    columns: `
      org_id uuid not null,
      settings jsonb not null,
      revision bigint not null,
      constraint assistant_settings_pk primary key (org_id),
      constraint assistant_settings_organisation_fk foreign key (org_id) references organisation (org_id)`,
    app: 'select, insert, update',
  },
  {
    name: 'assistant_taste',
    columns: `
      org_id uuid not null,
      user_id uuid not null,
      taste jsonb not null,
      constraint assistant_taste_pk primary key (org_id, user_id),
      constraint assistant_taste_member_fk foreign key (org_id, user_id) references member (org_id, user_id)`,
    app: 'select, insert, update',
  },
]);
