import { useState } from 'react';
import type { Output } from '../../../platform/rpc.ts';
import { refresh } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { standingOf, type Typed } from '../shared/edited.ts';
import { changedFields, type FieldName, problemsOf, type SettingsDraft, wishOf } from './settings-draft.ts';

export type Stored = Output<'organisation.get'>;

/** The settings while they are edited. What is stored anew meanwhile is not taken over silently: the server refuses, and both versions are shown. */
export function useSettings(stored: Stored) {
  const utils = trpc.useUtils();
  const door = useDoor('organisation.update');
  const [typed, setTyped] = useState<Typed<Stored, SettingsDraft> | null>(null);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [isSaved, setSaved] = useState(false);
  const isRefused = reasonOf(door.refused) === 'changed';
  const { begun, draft, mine, isThere, isOvertaken } = standingOf<SettingsDraft, Stored, FieldName>({
    ...{ stored, typed, isRefused, changedFields },
  });
  const isOver = isRefused && mine.length === 0;
  return {
    ...{ draft, mine, problems, isOvertaken },
    isSaved: isSaved || isThere,
    isBusy: door.isBusy,
    refused: isOver ? null : door.refused,
    isChanged: mine.length > 0,
    change: (wish: Partial<SettingsDraft>) => {
      if (isOver) door.forget();
      setSaved(false);
      setTyped({ begun, draft: { ...draft, ...wish } });
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
      const { revision } = isOvertaken ? stored : begun;
      const answer = await door.go({ revision, ...wishOf(begun, draft) });
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
