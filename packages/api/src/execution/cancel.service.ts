import { findExecution, findSite, readLogsOf, withOrg } from '@heliograph/db';
import { type ExecutionId, foldExecution, isOver, LIFE, LIFE_KINDS, type LifeStatus, type OperationId, refuse } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { actAs } from '../office/act.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'sync'>;

export interface CancelExecution {
  readonly id: ExecutionId;
  readonly reason: string;
  readonly operation?: OperationId | undefined;
}

export interface Cancelled {
  readonly id: ExecutionId;
  readonly status: LifeStatus;
}

/**
 * Ends an execution that shall not go on, as one begun by mistake, whether or not it was given by the office. What was recorded stays and is read;
 * what still arrives is flagged.
 * @throws AppError NOT_FOUND; CONFLICT `closed`
 */
export const cancelExecution = (deps: Ports, doer: Doer, { id, reason, operation }: CancelExecution): Promise<Cancelled> =>
  withOrg(deps.db, doer, async (tx) => {
    const row = (await findExecution(tx, doer, id)) ?? refuse('NOT_FOUND');
    const log = (await readLogsOf(tx, [id], LIFE_KINDS)).get(id) ?? [];
    const { status, registers } = foldExecution(log);
    if (operation !== undefined && log.some((entry) => entry.operation.id === operation)) return { id, status };
    if (isOver(status)) refuse('CONFLICT', { reason: 'closed', status });
    const { timeZone = 'UTC' } = (await findSite(tx, doer, row.site)) ?? {};
    const b = registers.get(LIFE)?.heads.map((head) => head.operation.id) ?? [];
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ k: 'cancel', x: id, id: operation, b, p: { reason } }] });
    await record(tx, doer, { action: 'execution.cancel', subject: { kind: 'execution', id }, details: { reason } });
    return { id, status: 'cancelled' };
  });
