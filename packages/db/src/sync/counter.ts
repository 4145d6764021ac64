import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';

/** The organisation's counter. Whoever holds its row holds up every other writer until commit: take it last. */

export const incarnationOf = async (tx: OrgTx): Promise<string> =>
  (await tx.selectFrom('orgClock').select('incarnation').where('orgId', '=', tx.org).executeTakeFirstOrThrow()).incarnation;

/** The counter, and the mark of its last advance. */
export const headOf = (tx: OrgTx): Promise<{ seq: number; mark: string | null }> =>
  tx
    .selectFrom('orgClock')
    .leftJoin('orgTick', (join) => join.onRef('orgTick.orgId', '=', 'orgClock.orgId').onRef('orgTick.seq', '=', 'orgClock.seq'))
    .select(['orgClock.seq', 'orgTick.mark'])
    .where('orgClock.orgId', '=', tx.org)
    .executeTakeFirstOrThrow();

/** Mark of the advance that covered this number; null beyond the head. */
export async function markOf(tx: OrgTx, seq: number): Promise<string | null> {
  const tick = await tx
    .selectFrom('orgTick')
    .select('mark')
    .where('orgId', '=', tx.org)
    .where('seq', '>=', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return tick?.mark ?? null;
}

/** Advances the counter by n and writes the mark of the advance; returns the new head. */
export async function advance(tx: OrgTx, n: number, mark: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    with clock as (update org_clock set seq = seq + ${n} where org_id = ${tx.org} returning org_id, seq)
    insert into org_tick (org_id, seq, mark) select org_id, seq, ${mark} from clock returning seq`.execute(tx);
  const [tick] = rows;
  if (tick === undefined) throw new Error('the organisation has no counter');
  return tick.seq;
}

/** The next number, for one change of the office: reference rows ride in the same order as operations. */
export const nextNumber = (tx: OrgTx): Promise<number> => advance(tx, 1, freshMark());

/** Enough that no two servers' pasts share one by chance: 72 bits. */
export const freshMark = (): string => randomBytes(9).toString('base64url');
