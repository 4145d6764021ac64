import type { ExecutionId } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';
import { useCallback, useState } from 'react';

export interface ConflictTally {
  readonly total: number;
  /** How many of the runs were looked at. */
  readonly read: number;
  onCount(x: ExecutionId, count: number): void;
}

/** How many values wait to be settled in all: known only once each run was folded. */
export function useConflictTally(executions: readonly Pick<ExecutionSummary, 'x'>[]): ConflictTally {
  const [counts, setCounts] = useState<ReadonlyMap<ExecutionId, number>>(new Map());
  const onCount = useCallback(
    (x: ExecutionId, count: number) => setCounts((before) => (before.get(x) === count ? before : new Map(before).set(x, count))),
    [],
  );
  const total = executions.reduce((sum, { x }) => sum + (counts.get(x) ?? 0), 0);
  return { total, read: executions.filter(({ x }) => counts.has(x)).length, onCount };
}
