'use client';

import { type AskedQuestion, type AskingContext, askedQuestionSchema } from '@heliograph/domain/assistant';
import { useEffect, useMemo } from 'react';
import { useLanguage } from '../../platform/preferences.ts';
import { useReadable } from '../../platform/readable.ts';
import { useShell } from './shell.ts';
import { openTalk, type Talk } from './talk.ts';
import { type Question, shownOf, type TalkState } from './talk-state.ts';
import type { Asking } from './use-asking.ts';

/** A conversation on screen: read now, read along while it is written, let go when the screen is left. */
export function useTalk(id: AskedQuestion['conversation']): { talk: Talk; state: TalkState } {
  const { memory } = useShell();
  const talk = useMemo(() => openTalk(id, memory), [id, memory]);
  useEffect(() => {
    void talk.load();
    return talk.close;
  }, [talk]);
  // A question that waited is answered, or refused, behind this screen.
  useEffect(() => memory?.held.subscribe(() => void talk.load()), [memory, talk]);
  return { talk, state: useReadable(talk.state) };
}

interface Wording {
  readonly text: string;
  readonly parent: Question['id'] | null;
  readonly context: AskingContext | null;
}

/** Makes questions of this conversation: each with an id of its own, made here, so that it is answered once however often it is sent. */
export function useQuestions(id: AskedQuestion['conversation'], asking: Asking | null): (wording: Wording) => AskedQuestion {
  const language = useLanguage();
  return ({ text, parent, context }) =>
    askedQuestionSchema.parse({
      ...{ id: crypto.randomUUID(), conversation: id, parent, text, language, context },
      asking: asking === null || asking.taste.isAutomatic ? { models: [] } : { models: asking.taste.models },
    });
}

/** The question that a new one comes after. */
export const lastOf = (state: TalkState): Question | undefined => shownOf(state).at(-1);
