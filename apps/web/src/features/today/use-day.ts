'use client';

import { isGoingOn, isOver } from '@heliograph/domain';
import type { ExecutionSummary, LeftWork, PlannedWork } from '@heliograph/offline';
import { useMemo } from 'react';
import { dayIn } from '../../platform/day.ts';
import { useField, useLocalView, useRefs } from '../../platform/field-context.tsx';
import { useNow } from '../../platform/now.ts';
import { type Given, sortGiven, takenBack } from './given.ts';

const RECENT_MS = 14 * 86_400_000;
const MOST_RECENT = 5;

/** The executions of a day, each list with the latest activity first. */
export interface Day {
  /** Sent back by a reviewer, the person's own. */
  readonly returned: readonly ExecutionSummary[];
  /** Under way: what the person began themselves comes first, what is parked last. */
  readonly mine: readonly ExecutionSummary[];
  readonly ofColleagues: readonly ExecutionSummary[];
  readonly recent: readonly ExecutionSummary[];
  readonly takenBack: readonly ExecutionSummary[];
  readonly given: Given;
  /** Given to others meanwhile; the person is told until they put it away. */
  readonly left: readonly LeftWork[];
  /** Still to be done by this person, as far as this phone knows; a restored server knows nothing of it. */
  readonly forgotten: readonly ExecutionSummary[];
}

/** Undefined until the disk has answered. */
export function useDay(): Day | undefined {
  const { user } = useField().identity;
  const executions = useLocalView((view) => view.executions);
  const planned = useLocalView((view) => view.plannedWork);
  const leftWork = useLocalView((view) => view.leftWork);
  const forgottenWork = useLocalView((view) => view.forgottenWork);
  const sites = useRefs('site');
  const now = useNow();
  return useMemo(() => {
    if (executions === undefined || planned === undefined || leftWork === undefined || forgottenWork === undefined || sites === undefined)
      return undefined;
    const zones = new Map(sites.map(({ id, timeZone }) => [id, timeZone]));
    const todayAt = ({ site }: PlannedWork) => dayIn(zones.get(site) ?? 'UTC', now);
    const left = new Set(leftWork.map(({ x }) => x));
    const known = executions.filter(({ x, start }) => start !== null && !left.has(x));
    // Begun, then given to others: told above the lists, and no longer this person's to go on with.
    const isMine = ({ crew }: ExecutionSummary) => crew.includes(user.id);
    const open = known.filter(({ status }) => isGoingOn(status));
    const done = known.filter(({ status, lastAt }) => (status === 'completed' || status === 'approved') && lastAt > now - RECENT_MS);
    const under = open.filter((one) => one.status !== 'returned' && one.takenOff === null && isMine(one));
    // What is parked waits below what goes on, and what the person began themselves stands above what others began.
    const place = ({ status, startedBy }: ExecutionSummary) => (status === 'suspended' ? 2 : 0) + (startedBy === user.id ? 0 : 1);
    return {
      returned: open.filter((one) => one.status === 'returned' && isMine(one)),
      mine: [...under].sort((a, b) => place(a) - place(b)),
      ofColleagues: open.filter((one) => !isMine(one)),
      recent: done.filter(isMine).slice(0, MOST_RECENT),
      takenBack: takenBack(executions, user.id, now),
      given: sortGiven(
        planned.filter(({ x }) => !left.has(x)),
        todayAt,
      ),
      left: leftWork.filter(({ isSeen }) => !isSeen),
      // What is over asks nobody to go on: its records wait under *To check*.
      forgotten: executions.filter(({ x, status }) => forgottenWork.has(x) && !isOver(status)),
    };
  }, [executions, planned, leftWork, forgottenWork, sites, user.id, now]);
}
