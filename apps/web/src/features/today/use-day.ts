'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { useMemo } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useNow } from '../../platform/now.ts';

const RECENT_MS = 14 * 86_400_000;
const MOST_RECENT = 5;

/** The executions of a day, each list with the latest activity first. */
export interface Day {
  readonly mine: readonly ExecutionSummary[];
  readonly ofColleagues: readonly ExecutionSummary[];
  readonly recent: readonly ExecutionSummary[];
}

/** Undefined until the disk has answered. */
export function useDay(): Day | undefined {
  const { user } = useField().identity;
  const executions = useLocalView((view) => view.executions);
  const now = useNow();
  return useMemo(() => {
    if (executions === undefined) return undefined;
    const known = executions.filter(({ start }) => start !== null);
    const isMine = ({ crew }: ExecutionSummary) => crew.includes(user.id);
    const open = known.filter(({ status }) => status === 'in_progress' || status === 'suspended' || status === 'returned');
    const done = known.filter(({ status, lastAt }) => (status === 'completed' || status === 'approved') && lastAt > now - RECENT_MS);
    return {
      mine: open.filter(isMine),
      ofColleagues: open.filter((one) => !isMine(one)),
      recent: done.filter(isMine).slice(0, MOST_RECENT),
    };
  }, [executions, user.id, now]);
}
