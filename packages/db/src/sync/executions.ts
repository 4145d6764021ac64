import { correctedAt } from '@heliograph/domain';
import type { Batch, OperationRow, Sender, Subject } from '@heliograph/sync/server';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';

/** Makes the executions that a `start` or a `plan` of this batch opened, and brings all that were touched to where they stand after it. */
export async function writeSubjects(tx: OrgTx, { user }: Sender, { subjects, operations }: Batch): Promise<void> {
  if (subjects.length === 0) return;
  const started = subjects.map((subject) => timeOf(operations, subject, 'start'));
  const begun = subjects.flatMap((subject, at) => {
    const openedAt = started[at] ?? timeOf(operations, subject, 'plan');
    return openedAt === null ? [] : [{ ...subject, openedAt }];
  });
  if (begun.length > 0) {
    const rows = begun.map(({ x, procedure, site, asset, status, head, openedAt }) => ({
      ...{ orgId: tx.org, executionId: x, procedureHash: procedure, siteId: site, assetId: asset },
      ...{ status, openedAt: new Date(openedAt), openedBy: user, headSeq: head },
    }));
    await tx
      .insertInto('execution')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['orgId', 'executionId']).doNothing())
      .execute();
  }
  const completed = subjects.map((subject) => timeOf(operations, subject, 'complete'));
  const days = subjects.map((subject) => dayOf(operations, subject));
  // Planned work opens when it is started, by whoever starts it: the old status is still that of the row.
  await sql`
    update execution e set
      status = s.status,
      head_seq = greatest(e.head_seq, s.head),
      planned_for = coalesce(s.day::date, e.planned_for),
      opened_at = case when e.status = 'planned' and s.started_ms is not null then to_timestamp(s.started_ms / 1000.0) else e.opened_at end,
      opened_by = case when e.status = 'planned' and s.started_ms is not null then ${user}::uuid else e.opened_by end,
      completed_at = case when s.status in ('completed', 'approved') then coalesce(to_timestamp(s.completed_ms / 1000.0), e.completed_at) end
    from unnest(
      ${subjects.map(({ x }) => x)}::uuid[], ${subjects.map(({ status }) => status)}::text[],
      ${subjects.map(({ head }) => head)}::bigint[], ${completed}::bigint[], ${started}::bigint[], ${days}::text[]
    ) as s (x, status, head, completed_ms, started_ms, day)
    where e.org_id = ${tx.org} and e.execution_id = s.x`.execute(tx);
}

const EARLIEST = Date.UTC(2000, 0);

/**
 * When the last operation of a kind was made, ms, as far as it can be believed: corrected by the offset its device measured, never after its
 * arrival. Null where the batch holds none.
 */
function timeOf(operations: readonly OperationRow[], subject: Subject, kind: 'start' | 'plan' | 'complete'): number | null {
  const found = lastOf(operations, subject, kind);
  return found?.envelope == null ? null : Math.min(Math.max(correctedAt(found.envelope), EARLIEST), found.serverAt);
}

/** The day that the batch's last plan gives the work; null where it plans nothing. */
function dayOf(operations: readonly OperationRow[], subject: Subject): string | null {
  const day = lastOf(operations, subject, 'plan')?.envelope?.p['day'];
  return typeof day === 'string' ? day : null;
}

const lastOf = (operations: readonly OperationRow[], { x }: Subject, kind: string): OperationRow | undefined =>
  operations.findLast(({ state, envelope }) => state === 'applied' && envelope?.k === kind && envelope.x === (x as string));

/** Who comes onto these executions; who is on one already stays, their phone would be sent it whole for nothing. */
export async function enterScope(tx: OrgTx, entered: Batch['entered']): Promise<void> {
  if (entered.length === 0) return;
  const rows = entered.map(({ x, user, addedSeq }) => ({ orgId: tx.org, userId: user, executionId: x, addedSeq }));
  await tx
    .insertInto('scope')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['orgId', 'userId', 'executionId'])
        .doUpdateSet({ addedSeq: sql`excluded.added_seq`, removedSeq: null })
        .where('scope.removedSeq', 'is not', null),
    )
    .execute();
}

/** Whom the office took off: their phones let go of it, once nothing of it is unsent there. */
export async function leaveScope(tx: OrgTx, left: Batch['left']): Promise<void> {
  if (left.length === 0) return;
  await sql`
    update scope set removed_seq = gone.seq
    from unnest(${left.map(({ user }) => user)}::uuid[], ${left.map(({ x }) => x)}::uuid[], ${left.map(({ removedSeq }) => removedSeq)}::bigint[])
      as gone (user_id, execution_id, seq)
    where scope.org_id = ${tx.org} and scope.user_id = gone.user_id and scope.execution_id = gone.execution_id and scope.removed_seq is null`.execute(
    tx,
  );
}

/** Photos are expected from the moment an operation names them. */
export async function expectPhotos(tx: OrgTx, { user }: Sender, photos: Batch['photos']): Promise<void> {
  if (photos.length === 0) return;
  // One picture may be named twice in a batch.
  const named = new Map(photos.map(({ sha, size }) => [sha, { orgId: tx.org, sha, size }]));
  await tx
    .insertInto('photo')
    .values([...named.values()])
    .onConflict((conflict) => conflict.columns(['orgId', 'sha']).doNothing())
    .execute();
  await tx
    .insertInto('photoUse')
    .values(photos.map(({ operation, sha, x }) => ({ orgId: tx.org, opId: operation, sha, executionId: x, userId: user })))
    .execute();
}
