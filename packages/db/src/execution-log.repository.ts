import type { DeviceId, ExecutionId, LogEntry, OperationId, StepState, UserId } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import type { OrgTx } from './database.ts';
import { stateOfRow } from './sync/step-states.ts';

/** One line of an execution's log, with the name of who recorded it. */
export interface NamedEntry extends LogEntry {
  readonly actorName: string;
  readonly device: DeviceId | null;
}

/** The whole log of an execution, in its order. Ask `findExecution` first whether the viewer may see it. */
export async function readLog(tx: OrgTx, execution: ExecutionId): Promise<NamedEntry[]> {
  const rows = await tx
    .selectFrom('operation')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'operation.orgId').onRef('member.userId', '=', 'operation.actorId'))
    .select(['operation.envelope', 'operation.seq', 'operation.actorId as actor', 'operation.serverAt', 'operation.flags'])
    .select(['member.name as actorName', 'operation.deviceId as device'])
    .where('operation.orgId', '=', tx.org)
    .where('operation.executionId', '=', execution)
    .where('operation.seq', 'is not', null)
    .orderBy('operation.seq')
    .execute();
  return rows.flatMap(({ envelope, ...row }) => (envelope === null ? [] : [{ ...row, operation: envelope }]));
}

/** Step states of an execution, by address. */
export async function readStepStates(tx: OrgTx, execution: ExecutionId): Promise<StepState[]> {
  const rows = await tx
    .selectFrom('stepState')
    .select(['executionId', 'stepKey', 'heads', 'replaced', 'effective', 'conflict', 'seq'])
    .where('orgId', '=', tx.org)
    .where('executionId', '=', execution)
    .orderBy('stepKey')
    .execute();
  return rows.map(stateOfRow);
}

/** An operation that was stored and not applied: the office sees it, nothing is dropped in silence. */
export interface AsideEntry {
  readonly id: OperationId;
  readonly state: 'held' | 'rejected';
  readonly code: AsideCode | null;
  readonly actor: UserId;
  /** Arrival, ms. */
  readonly serverAt: number;
  /** Exactly as it came. */
  readonly raw: string;
}

/** What was set aside in the organisation, newest first. */
export async function listAsides(tx: OrgTx, limit: number): Promise<AsideEntry[]> {
  const rows = await tx
    .selectFrom('operation')
    .select(['opId as id', 'state', 'code', 'actorId as actor', 'serverAt', 'raw', 'envelope'])
    .where('orgId', '=', tx.org)
    .where('seq', 'is', null)
    .orderBy('serverAt', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ state, raw, envelope, ...row }) => (state === 'applied' ? [] : [{ ...row, state, raw: raw ?? JSON.stringify(envelope) }]));
}
