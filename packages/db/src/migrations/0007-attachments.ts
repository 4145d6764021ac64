import { makesTables } from './table.ts';

/** Pictures and documents that procedures show, by the hash of their bytes. */
export const attachments = makesTables([
  {
    name: 'attachment',
    columns: `
      org_id uuid not null,
      hash text not null,
      kind text not null,
      bytes integer not null,
      name text not null,
      width integer,
      height integer,
      stored_at timestamptz not null,
      stored_by uuid not null,
      constraint attachment_pk primary key (org_id, hash),
      constraint attachment_member_fk foreign key (org_id, stored_by) references member (org_id, user_id),
      constraint attachment_kind_check check (kind in ('photo', 'document'))`,
    app: 'select, insert',
  },
]);
