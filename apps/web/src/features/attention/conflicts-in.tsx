'use client';

import type { AssessedPlace, ExecutionId } from '@heliograph/domain';
import { type ReactNode, useEffect } from 'react';
import { useExecution as useFolded } from '../../platform/field-context.tsx';
import { type OpenExecution, useExecution } from '../execution/use-execution.ts';

interface ConflictsInProps {
  readonly x: ExecutionId;
  /** Told how many places there are, once that is known and whenever it changes. */
  onCount(x: ExecutionId, count: number): void;
  /** What is shown of them; without it they are only counted. */
  readonly children?: ((execution: OpenExecution, places: readonly AssessedPlace[]) => ReactNode) | undefined;
}

/** Places of one run where people noted different things. Most runs hold none, and their procedure is not looked at. */
export function ConflictsIn({ x, onCount, children }: ConflictsInProps) {
  const folded = useFolded(x);
  const isAlike = folded === undefined ? undefined : ![...folded.registers.values()].some(({ isConflict }) => isConflict);
  useEffect(() => {
    if (isAlike) onCount(x, 0);
  }, [x, isAlike, onCount]);
  if (isAlike !== false) return null;
  return (
    <Differing x={x} onCount={onCount}>
      {children}
    </Differing>
  );
}

function Differing({ x, onCount, children }: ConflictsInProps) {
  const view = useExecution(x);
  const places = view.kind === 'open' ? view.execution.assessment.places.filter(({ isConflict }) => isConflict) : [];
  const isRead = view.kind !== 'reading';
  useEffect(() => {
    if (isRead) onCount(x, places.length);
  }, [x, isRead, places.length, onCount]);
  return view.kind === 'open' && children?.(view.execution, places);
}
