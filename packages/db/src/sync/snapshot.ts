import type { PhotoHash, UserId } from '@heliograph/domain';
import type { ServerSnapshot } from '@heliograph/sync/server';
import type { OrgTx } from '../database.ts';
import { headOf, incarnationOf, markOf } from './counter.ts';
import { appliedOf, asidesOf, heldOf, logRows } from './operations.ts';
import { readRefs } from './refs.ts';

export const serverSnapshot = (tx: OrgTx): ServerSnapshot => ({
  incarnation: () => incarnationOf(tx),
  head: () => headOf(tx),
  markOf: (seq) => markOf(tx, seq),
  scope: (user) => scopeOf(tx, user),
  rows: (ids, range) => logRows(tx, ids, range),
  refs: (sender, after, upto) => readRefs(tx, sender, { after, upto }),
  asides: (user, ids) => asidesOf(tx, user, ids),
  held: (user, limit) => heldOf(tx, user, limit),
  applied: (user, ids) => appliedOf(tx, user, ids),
  wanted: (user, limit) => wantedPhotos(tx, user, limit),
});

const scopeOf = (tx: OrgTx, user: UserId) =>
  tx
    .selectFrom('scope')
    .select(['executionId as x', 'addedSeq as added', 'removedSeq as removed'])
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .execute();

/** Smallest first: a small picture that arrives is better than half a large one (decision 16). */
const wantedPhotos = (tx: OrgTx, user: UserId, limit: number): Promise<{ sha: PhotoHash; at: number }[]> =>
  tx
    .selectFrom('photo')
    .select(['sha', 'received as at'])
    .where('orgId', '=', tx.org)
    .where('state', '=', 'wanted')
    .where('sha', 'in', (use) => use.selectFrom('photoUse').select('photoUse.sha').where('orgId', '=', tx.org).where('userId', '=', user))
    .orderBy('size')
    .orderBy('sha')
    .limit(limit)
    .execute();
