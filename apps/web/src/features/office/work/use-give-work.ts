'use client';

import { useState } from 'react';
import { navigate } from '../../../platform/router.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { withValues } from '../shared/address.ts';
import { dayOf } from '../shared/days.ts';
import { useSites } from '../shared/every-page.ts';
import { useGivenRefusal } from './use-given-refusal.ts';
import { emptyWork, readWork, type WorkDraft, type WorkField, type WorkProblem } from './work-draft.ts';

/** What is chosen so far, and its way to the people. */
export function useGiveWork() {
  const utils = trpc.useUtils();
  const door = useDoor('assignment.create');
  const [draft, setDraft] = useState<WorkDraft>(() => emptyWork(dayOf(Date.now())));
  const [problems, setProblems] = useState<Partial<Record<WorkField, WorkProblem>>>({});
  const sites = useSites().data ?? [];
  const refusal = useGivenRefusal(door.refused);
  const give = async (openSite = false) => {
    const read = readWork(draft);
    setProblems(read.problems);
    if (read.input === null) return door.forget();
    const given = await door.go({ ...read.input, openSite });
    if (given === null) return;
    void utils.invalidate();
    navigate(withValues('/office/work', { given: given.day, work: given.id, from: given.day < dayOf(Date.now()) ? given.day : '' }));
  };
  return {
    ...{ draft, problems, refusal, give, isBusy: door.isBusy },
    siteName: sites.find(({ id }) => id === draft.site)?.name ?? '',
    type: (wish: Partial<WorkDraft>) => {
      door.forget();
      // What was just chosen is no longer missing.
      setProblems((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in wish))));
      setDraft((now) => ({ ...now, ...wish }));
    },
  };
}
