import { useState } from 'react';
import type { Output } from '../../../platform/rpc.ts';
import { refresh } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { changedFields, draftOf, problemsOf, type SettingsDraft, wishOf } from './settings-draft.ts';

export type Stored = Output<'organisation.get'>;

/** The settings while they are edited. What is stored anew meanwhile is not taken over silently: the server refuses, and both versions are shown. */
export function useSettings(stored: Stored) {
  const utils = trpc.useUtils();
  const door = useDoor('organisation.update');
  const [begun, setBegun] = useState(stored);
  const [typed, setTyped] = useState<SettingsDraft | null>(null);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [isSaved, setSaved] = useState(false);
  const base = typed === null ? stored : begun;
  const draft = typed ?? draftOf(stored);
  // Saved by a press whose answer was lost, or by a colleague in the same words: there is nothing to decide.
  const isThere = reasonOf(door.refused) === 'changed' && changedFields(base, draft).every((field) => !changedFields(stored, draft).includes(field));
  const mine = isThere ? [] : changedFields(base, draft);
  const isOvertaken = !isThere && reasonOf(door.refused) === 'changed' && stored.revision !== begun.revision;
  return {
    draft,
    mine,
    problems,
    isSaved: isSaved || isThere,
    isOvertaken,
    isBusy: door.isBusy,
    refused: isThere ? null : door.refused,
    isChanged: mine.length > 0,
    change: (wish: Partial<SettingsDraft>) => {
      if (typed === null || isThere) setBegun(stored);
      if (isThere) door.forget();
      setSaved(false);
      setTyped({ ...draft, ...wish });
    },
    restore: () => {
      door.forget();
      setProblems({});
      setTyped(null);
    },
    save: async () => {
      const found = problemsOf(draft);
      setProblems(found);
      if (Object.keys(found).length > 0) return;
      const { revision } = isOvertaken ? stored : base;
      const answer = await door.go({ revision, ...wishOf(base, draft) });
      await utils.invalidate();
      if (answer === null) return;
      setTyped(null);
      setSaved(true);
      // Its name stands at the foot of the rail.
      await refresh();
    },
  };
}

export type Editing = ReturnType<typeof useSettings>;
