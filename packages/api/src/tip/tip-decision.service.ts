import { approveTip, type OrgTx, rejectTip, removeTip, submitTip, type TipRow, withOrg } from '@heliograph/db';
import { mayArchiveTip, mayWriteTip, refuse, tipObstacle } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { unchangedSince } from '../office/revision.ts';
import { standingOf, visibleTip } from './tip.service.ts';

interface Named {
  readonly id: string;
  /** What was on the screen of whoever decides. */
  readonly revision: number;
}
export type TipDecision = Named & ({ readonly act: 'submit' | 'approve' | 'archive' } | { readonly act: 'reject'; readonly reason: string });

/**
 * What becomes of a tip's newest version: put before those who approve, read by everybody, sent back with a reason, or put away.
 * @throws AppError CONFLICT `changed` where somebody wrote meanwhile, `state` where it is past that, NOT_ALLOWED
 */
export const decide = ({ db, now }: Pick<Deps, 'db' | 'now'>, doer: Doer, decision: TipDecision): Promise<TipRow> =>
  withOrg(db, doer, async (tx) => {
    const { id, revision, act } = decision;
    const before = await visibleTip(tx, doer, id);
    const standing = standingOf(before);
    if (act === 'submit' && !mayWriteTip(doer, standing)) refuse('NOT_ALLOWED');
    if (act === 'archive' && !mayArchiveTip(doer, standing)) refuse('NOT_ALLOWED');
    await unchangedSince(tx, before, { revision, fields: [], kind: 'tip' });
    const obstacle = tipObstacle(act, standing);
    if (obstacle !== null) refuse('CONFLICT', { reason: 'state', state: obstacle });
    await carryOut(tx, { ...decision, by: doer.user, at: now() });
    const details = { title: before.title.fr, version: before.number, ...(decision.act === 'reject' ? { reason: decision.reason } : {}) };
    await record(tx, doer, { action: `tip.${act}`, subject: { kind: 'tip', id }, details });
    return visibleTip(tx, doer, id);
  });

function carryOut(tx: OrgTx, decision: TipDecision & { by: Doer['user']; at: number }): Promise<void> {
  switch (decision.act) {
    case 'submit':
      return submitTip(tx, decision.id);
    case 'approve':
      return approveTip(tx, decision);
    case 'reject':
      return rejectTip(tx, decision);
    case 'archive':
      return removeTip(tx, decision.id, decision.at);
  }
}
