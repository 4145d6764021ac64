import type { DeviceId, Envelope, ExecutionId, LogEntry, OperationId, OperationKind, StepState, UserId } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import type { OrgTx } from './database.ts';
import { stateOfRow } from './sync/step-states.ts';
import { anyOf } from './sync/subjects.ts';

/** One line of an execution's log, with the name of who recorded it. */
export interface NamedEntry extends LogEntry {
  readonly actorName: string;
  readonly device: DeviceId | null;
}

/** The whole log of an execution, in its order. Ask `findExecution` first whether the viewer may see it. */
export async function readLog(tx: OrgTx, execution: ExecutionId): Promise<NamedEntry[]> {
  const rows = await log(tx).where('operation.executionId', '=', execution).execute();
  return rows.flatMap(entryOf);
}

const log = (tx: OrgTx) =>
  tx
    .selectFrom('operation')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'operation.orgId').onRef('member.userId', '=', 'operation.actorId'))
    .select(['operation.envelope', 'operation.seq', 'operation.actorId as actor', 'operation.serverAt', 'operation.flags'])
    .select(['member.name as actorName', 'operation.deviceId as device'])
    .where('operation.orgId', '=', tx.org)
    .where('operation.seq', 'is not', null)
    .orderBy('operation.seq');

/** An applied operation has its envelope. */
const entryOf = <Row extends { envelope: Envelope | null }>({ envelope, ...row }: Row) =>
  envelope === null ? [] : [{ ...row, operation: envelope }];

/** Operations of some kinds of these executions, by execution and in their order: enough to tell where each stands, however long its log is. */
export async function readLogsOf(
  tx: OrgTx,
  executions: readonly ExecutionId[],
  kinds: readonly OperationKind[],
): Promise<Map<ExecutionId, NamedEntry[]>> {
  if (executions.length === 0) return new Map();
  const rows = await log(tx)
    .select('operation.executionId as execution')
    .where('operation.executionId', '=', anyOf(executions))
    .where('operation.kind', 'in', kinds)
    .execute();
  const logs = new Map<ExecutionId, NamedEntry[]>(executions.map((id) => [id, []]));
  for (const { execution, ...entry } of rows.flatMap(entryOf)) if (execution !== null) logs.get(execution)?.push(entry);
  return logs;
}

/** What came to an execution's log after a position. */
export async function readLogAfter(tx: OrgTx, execution: ExecutionId, { after, limit }: { after: number; limit: number }): Promise<NamedEntry[]> {
  const rows = await log(tx).where('operation.executionId', '=', execution).where('operation.seq', '>', after).limit(limit).execute();
  return rows.flatMap(entryOf);
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

/** Set aside of one execution, with who recorded it; one that could not be read has no envelope, and names its execution in its text alone. */
export interface ExecutionAside extends AsideEntry {
  readonly actorName: string;
  readonly envelope: Envelope | null;
}

/** Nobody reads more of them on one page. */
const MOST_ASIDES = 200;

/** What was set aside of an execution, in the order in which it came. Ask `findExecution` first whether the viewer may see it. */
export async function readAsides(tx: OrgTx, execution: ExecutionId): Promise<ExecutionAside[]> {
  const rows = await tx
    .selectFrom('operation')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'operation.orgId').onRef('member.userId', '=', 'operation.actorId'))
    .select(['operation.opId as id', 'operation.state', 'operation.code', 'operation.actorId as actor', 'operation.serverAt'])
    .select(['operation.raw', 'operation.envelope', 'member.name as actorName'])
    .where('operation.orgId', '=', tx.org)
    .where('operation.seq', 'is', null)
    .where((is) =>
      is.or([
        is('operation.executionId', '=', execution),
        is.and([is('operation.executionId', 'is', null), is('operation.raw', 'like', `%"x":"${execution}"%`)]),
      ]),
    )
    .orderBy('operation.serverAt')
    .orderBy('operation.i')
    .limit(MOST_ASIDES)
    .execute();
  return rows.flatMap(({ state, raw, ...row }) => (state === 'applied' ? [] : [{ ...row, state, raw: raw ?? JSON.stringify(row.envelope) }]));
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
