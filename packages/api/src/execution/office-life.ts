import { findExecution, findSite, type OrgTx, readLogsOf } from '@heliograph/db';
import { type ExecutionId, type ExecutionState, foldExecution, isOver, LIFE, LIFE_KINDS, type OperationId, refuse } from '@heliograph/domain';
import type { Doer } from '../auth/actor.ts';
import { holdExecution } from '../office/act.ts';

export interface OfficeLife {
  readonly state: ExecutionState;
  /** Heads of its life that the office saw. */
  readonly seen: readonly OperationId[];
  readonly timeZone: string;
  /** This very act was applied before: it is answered again, not done again. */
  readonly isRepeated: boolean;
}

/**
 * The life of an execution that the office is about to change, held until the transaction ends.
 * @throws AppError NOT_FOUND
 */
export async function officeLife(
  tx: OrgTx,
  doer: Doer,
  { id, operation }: { id: ExecutionId; operation?: OperationId | undefined },
): Promise<OfficeLife> {
  await holdExecution(tx, id);
  const row = (await findExecution(tx, doer, id)) ?? refuse('NOT_FOUND');
  const site = (await findSite(tx, doer, row.site)) ?? refuse('NOT_FOUND');
  const log = (await readLogsOf(tx, [id], LIFE_KINDS)).get(id) ?? [];
  const state = foldExecution(log);
  return {
    state,
    seen: state.registers.get(LIFE)?.heads.map((head) => head.operation.id) ?? [],
    timeZone: site.timeZone,
    isRepeated: operation !== undefined && log.some((entry) => entry.operation.id === operation),
  };
}

/** @throws AppError CONFLICT `closed` */
export function refuseWhereOver({ status }: ExecutionState): void {
  if (isOver(status)) refuse('CONFLICT', { reason: 'closed', status });
}
