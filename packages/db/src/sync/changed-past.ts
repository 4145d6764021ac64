import type { UserId } from '@heliograph/domain';
import { recordAct } from '../activity.repository.ts';
import type { OrgTx } from '../database.ts';
import { headOf, incarnationOf } from './counter.ts';

/**
 * A phone showed a mark that this database no longer has: an older one was brought back. Replaces the incarnation `from` and no other, and puts on
 * record, for those who look after the organisation, when it was noticed, by whose phone, and how far the work went that the database had then: the
 * desk may have worked on it since it was put back, and phones that had nothing newer.
 * @returns the incarnation in force afterwards
 */
export async function renewIncarnation(
  tx: OrgTx,
  { from, next, noticedBy }: { from: string; next: string; noticedBy: UserId | null },
): Promise<string> {
  const renewed = await tx
    .updateTable('orgClock')
    .set({ incarnation: next })
    .where('orgId', '=', tx.org)
    .where('incarnation', '=', from)
    .executeTakeFirst();
  // Phones that call at once wait here for one another; the first one is enough.
  if (renewed.numUpdatedRows > 0n) {
    const details = { lastRecordAt: await lastRecordAt(tx), head: (await headOf(tx)).seq, noticedBy };
    await recordAct(tx, { id: crypto.randomUUID(), actor: null, action: 'server.restore', subject: null, details, address: null });
  }
  return incarnationOf(tx);
}

/** When the newest record of a phone that the database has came, ms; what the desk does is no record, and goes on after a restore. */
async function lastRecordAt(tx: OrgTx): Promise<number | null> {
  const newest = await tx
    .selectFrom('operation')
    .select('serverAt')
    .where('orgId', '=', tx.org)
    .where('seq', 'is not', null)
    .where('deviceId', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.serverAt ?? null;
}
