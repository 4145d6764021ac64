import type { ExecutionId, UserId } from '@heliograph/domain';
import type { OrgTx } from './database.ts';

export interface CrewMember {
  readonly execution: ExecutionId;
  readonly user: UserId;
  readonly name: string;
}

/** Who is or was on these executions. */
export async function listCrews(tx: OrgTx, executions: readonly ExecutionId[]): Promise<CrewMember[]> {
  if (executions.length === 0) return [];
  return tx
    .selectFrom('scope')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'scope.orgId').onRef('member.userId', '=', 'scope.userId'))
    .select(['scope.executionId as execution', 'scope.userId as user', 'member.name'])
    .where('scope.orgId', '=', tx.org)
    .where('scope.executionId', 'in', executions)
    .orderBy('scope.addedSeq')
    .execute();
}

/** How many photos of these executions were announced and are not here yet. */
export async function countMissingPhotos(tx: OrgTx, executions: readonly ExecutionId[]): Promise<Map<ExecutionId, number>> {
  if (executions.length === 0) return new Map();
  const rows = await tx
    .selectFrom('photoUse')
    .innerJoin('photo', (join) => join.onRef('photo.orgId', '=', 'photoUse.orgId').onRef('photo.sha', '=', 'photoUse.sha'))
    .innerJoin('operation', (join) => join.onRef('operation.orgId', '=', 'photoUse.orgId').onRef('operation.opId', '=', 'photoUse.opId'))
    .select(['photoUse.executionId', (row) => row.fn.count<number>('photo.sha').distinct().as('missing')])
    .where('photoUse.orgId', '=', tx.org)
    .where('photoUse.executionId', 'in', executions)
    .where('operation.kind', '=', 'photo')
    .where('photo.state', '!=', 'stored')
    .groupBy('photoUse.executionId')
    .execute();
  return new Map(rows.map(({ executionId, missing }) => [executionId, Number(missing)]));
}
