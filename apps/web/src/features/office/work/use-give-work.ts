'use client';

import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { navigate } from '../../../platform/router.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { withValues } from '../shared/address.ts';
import { dayOf } from '../shared/days.ts';
import { useColleagues, useSites } from '../shared/every-page.ts';
import { textIn, textsIn } from '../shared/refusal.ts';
import { workMessages } from './messages.ts';
import { emptyWork, readWork, type WorkDraft, type WorkField, type WorkProblem } from './work-draft.ts';

/** What is chosen so far, and its way to the people. */
export function useGiveWork() {
  const t = useMessages(workMessages);
  const format = useFormat();
  const utils = trpc.useUtils();
  const door = useDoor('assignment.create');
  const [draft, setDraft] = useState<WorkDraft>(() => emptyWork(dayOf(Date.now())));
  const [problems, setProblems] = useState<Partial<Record<WorkField, WorkProblem>>>({});
  const people = useColleagues().data ?? [];
  const sites = useSites().data ?? [];
  const { refused } = door;
  const reason = reasonOf(refused);
  const named = refused === null ? [] : textsIn(refused, 'people').map((id) => people.find((one) => one.id === id)?.name ?? '–');
  const give = async (openSite = false) => {
    const read = readWork(draft);
    setProblems(read.problems);
    if (read.input === null) return door.forget();
    const given = await door.go({ ...read.input, openSite });
    if (given === null) return;
    void utils.invalidate();
    navigate(withValues('/office/work', { given: given.day, work: given.id, from: given.day < dayOf(Date.now()) ? given.day : '' }));
  };
  const retired: Readonly<Record<string, string>> = { site: t.retiredSite, asset: t.retiredAsset, procedure: t.retiredProcedure };
  return {
    ...{ draft, problems, refused, reason, give, isBusy: door.isBusy },
    strangers: format.list(named),
    siteName: sites.find(({ id }) => id === draft.site)?.name ?? '',
    /** A refusal that only this form can put into words. */
    words:
      reason === 'inactive'
        ? t.inactive(format.list(named))
        : reason === 'retired' && refused !== null
          ? retired[textIn(refused, 'what') ?? '']
          : undefined,
    type: (wish: Partial<WorkDraft>) => {
      door.forget();
      // What was just chosen is no longer missing.
      setProblems((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in wish))));
      setDraft((now) => ({ ...now, ...wish }));
    },
  };
}
