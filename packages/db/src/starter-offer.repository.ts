import type { ProcedureHash, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

/** What became of one procedure that the starter library offered. */
export interface StarterOffer {
  readonly slug: string;
  readonly hash: ProcedureHash;
  /** As it was offered. */
  readonly content: unknown;
  readonly outcome: 'taken' | 'declined';
}

/** Every offer that was decided on, the latest first. */
export const listStarterOffers = (tx: OrgTx): Promise<StarterOffer[]> =>
  tx.selectFrom('starterOffer').select(['slug', 'hash', 'content', 'outcome']).where('orgId', '=', tx.org).orderBy('decidedAt', 'desc').execute();

/** Deciding twice changes nothing: false. @param at ms */
export async function insertStarterOffer(tx: OrgTx, { content, ...offer }: StarterOffer, { by, at }: { by: UserId; at: number }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('starterOffer')
    .values({ ...offer, orgId: tx.org, content: JSON.stringify(content), decidedBy: by, decidedAt: new Date(at) })
    .onConflict((conflict) => conflict.columns(['orgId', 'slug', 'hash']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
