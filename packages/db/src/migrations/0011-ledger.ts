import { makesTables } from './table.ts';

/** Every call of a model, and what a month has cost. Money is in billionths of the organisation's currency. */
export const ledger = makesTables([
  {
    // No foreign key to the provider: that of the environment has no row, and one that is removed leaves its calls.
    name: 'model_call',
    columns: `
      org_id uuid not null,
      id uuid not null,
      user_id uuid not null,
      at timestamptz(3) not null,
      month text not null,
      purpose text not null,
      subject_id uuid,
      provider_id uuid not null,
      provider_name text not null,
      model text not null,
      strength text,
      reason text,
      status text not null default 'held',
      fault text,
      input_tokens bigint not null default 0,
      output_tokens bigint not null default 0,
      is_estimated boolean not null default false,
      held bigint not null,
      cost bigint not null default 0,
      strong_cost bigint not null default 0,
      settled_at timestamptz(3),
      constraint model_call_pk primary key (org_id, id),
      constraint model_call_member_fk foreign key (org_id, user_id) references member (org_id, user_id),
      constraint model_call_purpose_check check (purpose in ('question', 'title', 'summary', 'photo', 'trial')),
      constraint model_call_status_check check (status in ('held', 'done', 'failed', 'lost')),
      constraint model_call_settled_check check ((status = 'held') = (settled_at is null)),
      constraint model_call_money_check check (held >= 0 and cost >= 0 and strong_cost >= 0)`,
    app: 'select, insert, update (status, fault, input_tokens, output_tokens, is_estimated, cost, strong_cost, settled_at)',
    after: [
      'create index model_call_month on model_call (org_id, month, user_id)',
      'create index model_call_at on model_call (org_id, at desc, id desc)',
      `create index model_call_held on model_call (org_id, at) where status = 'held'`,
    ],
  },
  {
    // One row a person and month, and one of the nil uuid for the organisation: what calls take turns at.
    name: 'spending',
    columns: `
      org_id uuid not null,
      month text not null,
      user_id uuid not null,
      spent bigint not null default 0,
      held bigint not null default 0,
      constraint spending_pk primary key (org_id, month, user_id),
      constraint spending_organisation_fk foreign key (org_id) references organisation (org_id),
      constraint spending_money_check check (spent >= 0 and held >= 0)`,
    app: 'select, insert, update (spent, held)',
  },
]);
