import { withOrg } from '@heliograph/db';
import type { ExecutionId, LifeStatus, OperationId } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { actAs } from '../office/act.ts';
import { officeLife, refuseWhereOver } from './office-life.ts';

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
    const { state, seen, timeZone, isRepeated } = await officeLife(tx, doer, { id, operation });
    if (isRepeated) return { id, status: state.status };
    refuseWhereOver(state);
    await actAs(deps, tx, { actor: doer, zone: timeZone, acts: [{ k: 'cancel', x: id, id: operation, b: seen, p: { reason } }] });
    await record(tx, doer, { action: 'execution.cancel', subject: { kind: 'execution', id }, details: { reason } });
    return { id, status: 'cancelled' };
  });
