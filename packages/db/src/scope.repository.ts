import type { ExecutionId, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

interface Place {
  readonly user: UserId;
  readonly execution: ExecutionId;
}

/** Puts a person on an execution: their phone is sent it whole. Who is on it already stays. */
export async function joinExecution(tx: OrgTx, { user, execution }: Place): Promise<void> {
  const addedSeq = await nextNumber(tx);
  await tx
    .insertInto('scope')
    .values({ orgId: tx.org, userId: user, executionId: execution, addedSeq })
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'userId', 'executionId']).doUpdateSet({ addedSeq, removedSeq: null }).where('scope.removedSeq', 'is not', null),
    )
    .execute();
}

/** Takes a person off an execution: their phone lets go of it, once nothing of it is unsent there. */
export async function leaveExecution(tx: OrgTx, { user, execution }: Place): Promise<void> {
  await tx
    .updateTable('scope')
    .set({ removedSeq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('userId', '=', user)
    .where('executionId', '=', execution)
    .where('removedSeq', 'is', null)
    .execute();
}

/**
 * Lets phones go of executions that ended before an instant (ms). Returns how many places were ended.
 * An approved or completed execution ended when it was completed, a cancelled one when the server last heard of it.
 */
export async function endClosedScopes(tx: OrgTx, before: number): Promise<number> {
  const removedSeq = await nextNumber(tx);
  const { rows } = await sql`
    update scope set removed_seq = ${removedSeq}
    from execution e
    where scope.org_id = ${tx.org} and e.org_id = scope.org_id and e.execution_id = scope.execution_id and scope.removed_seq is null
      and (e.status in ('completed', 'approved') and e.completed_at < ${new Date(before)} or e.status = 'cancelled' and ${before}::bigint > (
        select max(o.server_at) from operation o where o.org_id = e.org_id and o.execution_id = e.execution_id and o.seq is not null))
    returning scope.execution_id`.execute(tx);
  return rows.length;
}
