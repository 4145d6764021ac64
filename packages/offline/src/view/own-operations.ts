import { type Envelope, type ExecutionId, type OperationId, subjectKindOf } from '@heliograph/domain';
import type { AsideRecord, OutboxStore } from '@heliograph/sync';
import type { Changes } from './changes.ts';

/** What this person recorded on this phone: read once, then kept as it is written, so that a tap never waits for a long queue to be read. */
export interface OwnOperations {
  /** Resolves once the disk has been read. */
  readonly ready: Promise<void>;
  of(x: ExecutionId): readonly Envelope[];
  /** Executions with work that the server had not applied when this page first saw it: they stay in sight although the server lists them not. */
  live(): ReadonlySet<ExecutionId>;
  /** What was written about tips, in recorded order. */
  tips(): readonly Envelope[];
  /** How many operations are not acknowledged, by what they are about. */
  waiting(): ReadonlyMap<ExecutionId, number>;
  /** Those that are not acknowledged. */
  unsent(): ReadonlySet<OperationId>;
  /** Takes what was just written; returns the executions touched. */
  keep(changes: Changes): readonly ExecutionId[];
  /** Reads again which operations were rejected; returns the executions that differ. */
  reread(): Promise<readonly ExecutionId[]>;
}

// An operation's `x` names an execution, but for those about tips.
const subject = ({ x }: Envelope): ExecutionId => x as string as ExecutionId;

const isAboutTip = (operation: Envelope): boolean => subjectKindOf(operation) === 'tip';

export function holdOwnOperations(outbox: OutboxStore): OwnOperations {
  const byExecution = new Map<ExecutionId, Map<OperationId, Envelope>>();
  const tips = new Map<OperationId, Envelope>();
  const live = new Set<ExecutionId>();
  const queue = holdQueue();
  let rejected: ReadonlyMap<OperationId, Envelope> = new Map();

  const hold = (operation: Envelope): void => {
    if (isAboutTip(operation)) return void tips.set(operation.id, operation);
    const own = byExecution.get(subject(operation)) ?? new Map<OperationId, Envelope>();
    byExecution.set(subject(operation), own.set(operation.id, operation));
  };
  const setAside = (asides: readonly AsideRecord[]): readonly ExecutionId[] => {
    const now = new Map(asides.flatMap(({ state, operation }) => (state === 'rejected' ? [[operation.id, operation]] : [])));
    const differing = [...now.values(), ...rejected.values()].filter(({ id }) => now.has(id) !== rejected.has(id));
    rejected = now;
    return [...new Set(differing.filter((one) => !isAboutTip(one)).map(subject))];
  };
  const start = async (): Promise<void> => {
    // Asked for together: on a phone each answer that is waited for costs more than what it brings.
    const [meta, past, ops, asides] = await outbox.read((tx) =>
      Promise.all([tx.meta(), tx.past(), tx.opsFrom(1, Number.MAX_SAFE_INTEGER), tx.asides()]),
    );
    const waiting = meta === undefined ? [] : ops.filter(({ i }) => i > meta.acked.i);
    setAside(asides);
    // What was told meanwhile is newer than what was read.
    const isHeld = (operation: Envelope) => tips.has(operation.id) || byExecution.get(subject(operation))?.has(operation.id) === true;
    [...past, ...ops].filter((operation) => !isHeld(operation)).forEach(hold);
    queue.start(waiting);
    // What was acknowledged and applied is the server's to show, or to withdraw with the scope.
    const held = asides.filter(({ state }) => state === 'held').map(({ operation }) => operation);
    for (const operation of [...waiting, ...held]) if (!isAboutTip(operation)) live.add(subject(operation));
  };
  return {
    ready: start(),
    of: (x) => [...(byExecution.get(x)?.values() ?? [])].filter(({ id }) => !rejected.has(id)),
    live: () => live,
    tips: () => [...tips.values()].filter(({ id }) => !rejected.has(id)),
    waiting: queue.count,
    unsent: queue.ids,
    keep: (changes) => {
      changes.operations.forEach(hold);
      const ofExecutions = changes.operations.filter((operation) => !isAboutTip(operation));
      for (const operation of ofExecutions) live.add(subject(operation));
      queue.keep(changes);
      return [...new Set(ofExecutions.map(subject))];
    },
    reread: async () => setAside(await outbox.read((tx) => tx.asides())),
  };
}

/** The unacknowledged part of the outbox, by counter. */
function holdQueue() {
  const queue = new Map<number, Envelope>();
  let acked = 0;
  const drop = () => {
    for (const i of [...queue.keys()]) if (i <= acked) queue.delete(i);
  };
  return {
    /** What was read at the start, under what was told meanwhile. */
    start: (operations: readonly Envelope[]): void => {
      for (const operation of operations) if (!queue.has(operation.i)) queue.set(operation.i, operation);
      drop();
    },
    keep: ({ removed, operations, meta }: Changes): void => {
      for (const i of removed) queue.delete(i);
      for (const operation of operations) queue.set(operation.i, operation);
      if (meta !== null) acked = meta.acked.i;
      drop();
    },
    count: (): ReadonlyMap<ExecutionId, number> => {
      const counts = new Map<ExecutionId, number>();
      for (const x of [...queue.values()].map(subject)) counts.set(x, (counts.get(x) ?? 0) + 1);
      return counts;
    },
    ids: (): ReadonlySet<OperationId> => new Set([...queue.values()].map(({ id }) => id)),
  };
}
