'use client';

import { useState } from 'react';
import { navigate } from '../../../platform/router.ts';
import { useSameExecution } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { withValues } from '../shared/address.ts';
import { dayOf } from '../shared/days.ts';
import { useSites } from '../shared/every-page.ts';
import { useGivenRefusal } from './use-given-refusal.ts';
import { emptyWork, isAsGiven, readWork, type WorkDraft, type WorkField, type WorkProblem } from './work-draft.ts';

/** What is chosen so far, and its way to the people. */
export function useGiveWork() {
  const utils = trpc.useUtils();
  const door = useDoor('assignment.create');
  const change = useDoor('assignment.change');
  const workOf = useSameExecution();
  const [draft, setDraft] = useState<WorkDraft>(() => emptyWork(dayOf(Date.now())));
  const [problems, setProblems] = useState<Partial<Record<WorkField, WorkProblem>>>({});
  const sites = useSites().data ?? [];
  const refusal = useGivenRefusal(door.refused ?? change.refused);
  const give = async (openSite = false) => {
    const read = readWork(draft);
    setProblems(read.problems);
    if (read.input === null) return door.forget();
    const { personIds, day, note, ...what } = read.input;
    const given = await door.go({ ...read.input, id: workOf(what), openSite });
    if (given === null) return;
    // It was given at an earlier press whose answer was lost, and chosen otherwise since: the same work is moved, not given twice.
    const seen = { id: given.id, seen: given.head, openSite };
    if (!isAsGiven(read.input, given) && (await change.go({ ...seen, personIds, day, ...(note === undefined ? {} : { note }) })) === null) return;
    void utils.invalidate();
    navigate(withValues('/office/work', { given: day, work: given.id, from: day < dayOf(Date.now()) ? day : '' }));
  };
  return {
    ...{ draft, problems, refusal, give, isBusy: door.isBusy || change.isBusy },
    siteName: sites.find(({ id }) => id === draft.site)?.name ?? '',
    type: (wish: Partial<WorkDraft>) => {
      door.forget();
      change.forget();
      // What was just chosen is no longer missing.
      setProblems((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in wish))));
      setDraft((now) => ({ ...now, ...wish }));
    },
  };
}
