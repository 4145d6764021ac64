'use client';

import { useEffect } from 'react';
import { noteDiffering } from '../../platform/differing.ts';
import { ConflictsIn } from './conflicts-in.tsx';
import { useConflictTally } from './use-conflict-tally.ts';
import { useDifferingRuns } from './use-differing-runs.ts';

const NONE: NonNullable<ReturnType<typeof useDifferingRuns>> = [];

/** Counts, wherever one is in the app, the values that differ: the line at the top says as many as the list behind it shows. Draws nothing. */
export default function ConflictWatch() {
  const runs = useDifferingRuns() ?? NONE;
  const { total, onCount } = useConflictTally(runs);
  useEffect(() => noteDiffering(total), [total]);
  useEffect(() => () => noteDiffering(0), []);
  return runs.map(({ x }) => <ConflictsIn key={x} x={x} onCount={onCount} />);
}
