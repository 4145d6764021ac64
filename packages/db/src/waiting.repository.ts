import type { UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** What waits for somebody at the desk. */
export interface Waiting {
  /** Interventions that are finished and not yet decided on. */
  readonly reviews: number;
  /** Versions of procedures that wait for a second person; not those one proposed oneself. */
  readonly proposals: number;
  /** Tips that nobody else sees before they are approved. */
  readonly tips: number;
  /** Photos of which a model has proposed something, and nobody has decided. */
  readonly analyses: number;
}

/** Counted in one question: the rail asks it on every screen. */
export async function countWaiting(tx: OrgTx, user: UserId): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select
      (select count(*)::int from execution where org_id = ${tx.org} and status = 'completed') as reviews,
      (select count(*)::int from procedure_proposal where org_id = ${tx.org} and decision is null and proposed_by <> ${user}::uuid) as proposals,
      (select count(*)::int from tip t join tip_version v on v.org_id = t.org_id and v.tip_id = t.id and v.number = t.latest_version
        where t.org_id = ${tx.org} and t.removed_at is null and v.state = 'submitted') as tips,
      (select count(*)::int from photo_analysis where org_id = ${tx.org} and state = 'proposed') as analyses`.execute(tx);
  return rows[0] ?? { reviews: 0, proposals: 0, tips: 0, analyses: 0 };
}
