import { findMember, serverTx, withOrg } from '@heliograph/db';
import { type OperationId, refuse, type UserId } from '@heliograph/domain';
import { handIn, UnreadableBatch } from '@heliograph/sync/server';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

export interface HandIn {
  /** Whose phone recorded it. */
  readonly author: UserId;
  readonly operations: readonly unknown[];
}

/** What became of them, in number; `known` were here before. */
export interface HandedInCounts {
  readonly applied: number;
  readonly held: number;
  readonly rejected: number;
  readonly known: number;
}

/**
 * Takes in the records of a rescue file in the name of who recorded them (decision 26); the log keeps who brought them. Their photos follow by
 * their own door. Handing in twice changes nothing. @throws AppError NOT_FOUND where the author is nobody here, INVALID `batch`
 */
export const handInRecords = ({ db, sync }: Pick<Deps, 'db' | 'sync'>, doer: Doer, { author, operations }: HandIn): Promise<HandedInCounts> =>
  withOrg(db, doer, async (tx) => {
    const member = (await findMember(tx, author)) ?? refuse('NOT_FOUND', { what: 'person' });
    // As the phone itself would deliver: also for somebody who has left.
    const sender = { org: doer.org, user: author, role: member.role, deliverOnly: true, handedInBy: doer.user };
    const outcome = await handIn({ tx: serverTx(tx), ports: sync, sender }, operations).catch((error: unknown) => {
      if (error instanceof UnreadableBatch) return refuse('INVALID', { reason: 'batch' }, error.message);
      throw error;
    });
    const counts = countsOf(outcome);
    const brought = counts.applied + counts.held + counts.rejected;
    if (brought > 0)
      await record(tx, doer, { action: 'device.hand_in', subject: { kind: 'person', id: author }, details: { name: member.name, records: brought } });
    return counts;
  });

function countsOf(outcome: ReadonlyMap<OperationId, keyof HandedInCounts>): HandedInCounts {
  const count = (kind: keyof HandedInCounts) => [...outcome.values()].filter((one) => one === kind).length;
  return { applied: count('applied'), held: count('held'), rejected: count('rejected'), known: count('known') };
}
