import { type ExecutionId, foldExecution, isGoingOn, type UserId } from '@heliograph/domain';
import { joinLogs } from '@heliograph/sync';
import type { Cache } from '../cache/cache.ts';
import { shownIn } from './executions.ts';
import type { OwnOperations } from './own-operations.ts';
import { type Readable, source } from './readable.ts';
import type { ExecutionSummary } from './summary.ts';

interface Ports {
  readonly cache: Cache;
  readonly own: OwnOperations;
  readonly user: UserId;
  readonly runs: () => Promise<readonly ExecutionSummary[]>;
  readonly onTrouble: (error: unknown) => void;
}

export interface Differing {
  readonly readable: Readable<ReadonlySet<ExecutionId> | undefined>;
  /** The server's rows changed; null: of any execution. One's own replace what they saw, and make nobody differ. */
  readAgain(touched: readonly ExecutionId[] | null): void;
}

/** Runs in which values may still be settled: what is over was looked at by the office, what is only planned holds none. */
const maySettle = ({ status, start }: Pick<ExecutionSummary, 'status' | 'start'>): boolean =>
  start !== null && (isGoingOn(status) || status === 'completed');

/**
 * Runs where people noted different things at one address. Each is folded once, and again when something of the server's came to it; what was
 * folded is let go of, so that a phone full of work counts without holding all of it.
 */
export function holdDiffering({ cache, own, user, runs, onTrouble }: Ports): Differing {
  const known = new Map<ExecutionId, boolean>();
  let turn = 0;
  const differs = async (x: ExecutionId): Promise<boolean> => {
    const rows = await cache.read(async (tx) => tx.log(await shownIn(tx), x));
    const { registers } = foldExecution(joinLogs(rows, own.of(x), user));
    return [...registers.values()].some(({ isConflict }) => isConflict);
  };
  const load = async (): Promise<ReadonlySet<ExecutionId>> => {
    const open = (await runs()).filter(maySettle);
    for (const { x } of open) {
      if (known.has(x)) continue;
      const mine = turn;
      const found = await differs(x);
      // Something came meanwhile: the next reading looks again.
      if (mine === turn) known.set(x, found);
    }
    return new Set(open.flatMap(({ x }) => (known.get(x) === true ? [x] : [])));
  };
  const readable = source(load, onTrouble);
  return {
    readable,
    readAgain: (touched) => {
      turn += 1;
      for (const x of touched ?? [...known.keys()]) known.delete(x);
      readable.refresh();
    },
  };
}
