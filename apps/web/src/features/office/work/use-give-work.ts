'use client';

import { skipToken } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { navigate } from '../../../platform/router.ts';
import { newExecutionId, useSameOperation } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { useAddress, withValues } from '../shared/address.ts';
import { dayOf } from '../shared/days.ts';
import { useSites } from '../shared/every-page.ts';
import { workMessages } from './messages.ts';
import { useGivenRefusal } from './use-given-refusal.ts';
import { useWaitingRefusal } from './use-waiting-refusal.ts';
import { AGAIN, emptyWork, nextOf, readAgain, readWork, type Wish, type WorkDraft, type WorkField, type WorkProblem } from './work-draft.ts';

function useGivenAgain() {
  const { values } = useAddress(AGAIN);
  const again = readAgain(values);
  const [id] = again.draft.people;
  const { data } = trpc.person.get.useQuery(id === undefined ? skipToken : { id });
  const author = data?.person ?? null;
  return { ...again, author, isAway: author !== null && author.status !== 'active' };
}

/** What is chosen so far, and its way to the people. */
export function useGiveWork() {
  const utils = trpc.useUtils();
  const door = useDoor('assignment.create');
  const change = useDoor('assignment.change');
  const withdraw = useDoor('assignment.withdraw');
  const t = useMessages(workMessages);
  const operationOf = useSameOperation();
  const again = useGivenAgain();
  // One for the life of the form: a press whose answer was lost may have given it already.
  const [{ work, isAgain }, setWork] = useState(() => ({ work: again.work ?? newExecutionId(), isAgain: again.work !== null }));
  const [typed, setDraft] = useState<WorkDraft>(() => ({ ...emptyWork(dayOf(Date.now())), ...again.draft }));
  // Who recorded it and is no longer active is given no work: a colleague is, and they are put on it afterwards.
  const draft = again.isAway ? { ...typed, people: typed.people.filter((id) => id !== again.author?.id) } : typed;
  const [problems, setProblems] = useState<Partial<Record<WorkField, WorkProblem>>>({});
  const sites = useSites().data ?? [];
  const waiting = useWaitingRefusal(door.refused);
  const refusal = useGivenRefusal(door.refused ?? change.refused ?? withdraw.refused);
  const settle = async (wish: Wish, openSite: boolean) => {
    const given = await door.go({ ...wish, id: work, openSite, isAgain });
    const next = given === null ? 'done' : nextOf(wish, given, isAgain);
    if (given === null || next === 'done') return given;
    if (next === 'change') {
      const { personIds, day, note, reported = null } = wish;
      return change.go({ ...{ id: given.id, seen: given.head, openSite, personIds, day, reported }, ...(note === undefined ? {} : { note }) });
    }
    const operation = operationOf({ withdrawn: work });
    if (next === 'withdraw' && (await withdraw.go({ id: given.id, reason: t.replaced, operation })) === null) return null;
    const id = newExecutionId();
    setWork({ work: id, isAgain: false });
    return door.go({ ...wish, id, openSite });
  };
  const give = async (openSite = false) => {
    const read = readWork(draft);
    setProblems(read.problems);
    if (read.input === null) return door.forget();
    const given = await settle(read.input, openSite);
    if (given === null) return;
    const { day } = read.input;
    void utils.invalidate();
    navigate(withValues('/office/work', { given: day, work: given.id, from: day < dayOf(Date.now()) ? day : '' }));
  };
  return {
    ...{ draft, problems, refusal: waiting ?? refusal, again, give, isBusy: door.isBusy || change.isBusy || withdraw.isBusy },
    siteName: sites.find(({ id }) => id === draft.site)?.name ?? '',
    type: (wish: Partial<WorkDraft>) => {
      door.forget();
      change.forget();
      withdraw.forget();
      // What was just chosen is no longer missing.
      setProblems((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in wish))));
      setDraft((now) => ({ ...now, ...wish }));
    },
  };
}
