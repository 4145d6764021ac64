import { correctedAt } from '@heliograph/domain';
import type { Batch, OperationRow, Sender, Subject } from '@heliograph/sync/server';
import { sql } from 'kysely';
import type { OrgTx } from '../database.ts';

/** Makes the executions that a `start` of this batch began, and brings all that were touched to where they stand after it. */
export async function writeSubjects(tx: OrgTx, { user }: Sender, { subjects, operations }: Batch): Promise<void> {
  if (subjects.length === 0) return;
  const begun = subjects.flatMap((subject) => {
    const openedAt = timeOf(operations, subject, 'start');
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
  await sql`
    update execution e set
      status = s.status,
      head_seq = greatest(e.head_seq, s.head),
      completed_at = case when s.status in ('completed', 'approved') then coalesce(to_timestamp(s.completed_ms / 1000.0), e.completed_at) end
    from unnest(
      ${subjects.map(({ x }) => x)}::uuid[], ${subjects.map(({ status }) => status)}::text[],
      ${subjects.map(({ head }) => head)}::bigint[], ${completed}::bigint[]
    ) as s (x, status, head, completed_ms)
    where e.org_id = ${tx.org} and e.execution_id = s.x`.execute(tx);
}

const EARLIEST = Date.UTC(2000, 0);

/**
 * When the last operation of a kind was made, ms, as far as it can be believed: corrected by the offset its device measured, never after its
 * arrival. Null where the batch holds none.
 */
function timeOf(operations: readonly OperationRow[], { x }: Subject, kind: 'start' | 'complete'): number | null {
  const found = operations.findLast(({ state, envelope }) => state === 'applied' && envelope?.k === kind && envelope.x === (x as string));
  return found?.envelope == null ? null : Math.min(Math.max(correctedAt(found.envelope), EARLIEST), found.serverAt);
}

/** The sender enters these executions. */
export async function enterScope(tx: OrgTx, { user }: Sender, entered: Batch['entered']): Promise<void> {
  if (entered.length === 0) return;
  const rows = entered.map(({ x, addedSeq }) => ({ orgId: tx.org, userId: user, executionId: x, addedSeq }));
  await tx
    .insertInto('scope')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'userId', 'executionId']).doUpdateSet({ addedSeq: sql`excluded.added_seq`, removedSeq: null }),
    )
    .execute();
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
