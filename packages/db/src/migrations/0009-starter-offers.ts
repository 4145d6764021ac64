import { makesTables } from './table.ts';

/**
 * What an organisation made of each procedure that a newer starter library offered. The content taken over is kept: the next offer is
 * compared with it, so that what the organisation wrote since is told from what the library did.
 */
export const starterOffers = makesTables([
  {
    name: 'starter_offer',
    columns: `
      org_id uuid not null,
      slug text not null,
      hash text not null,
      content jsonb not null,
      outcome text not null,
      decided_by uuid not null,
      decided_at timestamptz(3) not null,
      constraint starter_offer_pk primary key (org_id, slug, hash),
      constraint starter_offer_member_fk foreign key (org_id, decided_by) references member (org_id, user_id),
      constraint starter_offer_outcome_check check (outcome in ('taken', 'declined'))`,
    app: 'select, insert',
  },
]);
