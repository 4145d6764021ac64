'use client';

import type { AskedQuestion } from '@heliograph/domain/assistant';
import { askedQuestionSchema } from '@heliograph/domain/assistant';
import { type ReactNode, useMemo } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { PhoneAnswer } from '../retrieval/phone-answer.tsx';
import { phoneTalks } from './phone-talks.ts';
import { AssistantProvider, type AssistantShell } from './shell.ts';
import type { TalkMemory } from './talk.ts';
import type { OpenTalk } from './talk-state.ts';

/** The assistant on a phone: conversations are kept, questions wait, sources open in the field's own screens. */
export function PhoneShell({ children }: { children: ReactNode }) {
  const field = useField();
  const procedures = useRefs('procedure');
  const { org, user } = field.identity;
  const memory = useMemo(() => memoryOf({ org: org.id, user: user.id }), [org.id, user.id]);
  const shell = useMemo<AssistantShell>(
    () => ({
      ...{ home: '/app/assistant', emergency: '/app/emergency', memory, LibraryOffline: PhoneAnswer },
      hrefOf: ({ kind, id, step }) => {
        if (kind === 'tip') return '/app/tips';
        if (kind === 'execution') return `/app/executions/${id}/read`;
        const ref = kind === 'procedure' ? procedures?.find(({ slug }) => slug === id) : undefined;
        return ref === undefined ? null : `/app/procedures/${ref.hash}${step === null ? '' : `?step=${encodeURIComponent(step)}`}`;
      },
      insert: async (text, { execution, step }) => {
        if (execution === undefined || step === undefined) return false;
        return field.record([{ draft: { k: 'comment', x: execution, s: step, p: { text: text.slice(0, LONGEST_COMMENT) } } }]).then(
          () => true,
          () => false,
        );
      },
    }),
    [field, memory, procedures],
  );
  return <AssistantProvider value={shell}>{children}</AssistantProvider>;
}

const LONGEST_COMMENT = 4000;

function memoryOf(owner: Parameters<typeof phoneTalks>[0]): TalkMemory {
  const talks = phoneTalks(owner);
  return {
    // Written by this app from what the server answered.
    recent: async (id) => (await talks.recent(id))?.value as OpenTalk | undefined,
    recents: async () => (await talks.recents()).map(({ value }) => value as OpenTalk),
    keep: (open) => talks.keep({ id: open.conversation.id, movedAt: open.conversation.movedAt, value: open }),
    queued: (conversation) => (talks.queued.get() ?? []).filter((one) => one.conversation === conversation).flatMap(({ asked }) => read(asked)),
    queue: (asked) => talks.queue({ id: asked.id, conversation: asked.conversation, asked, at: Date.now(), problem: null }),
    settle: talks.settle,
    watch: (onLeft) => {
      let before = talks.queued.get()?.length ?? 0;
      return talks.queued.subscribe(() => {
        const now = talks.queued.get()?.length ?? 0;
        if (now < before) onLeft();
        before = now;
      });
    },
  };
}

const read = (asked: unknown): AskedQuestion[] => {
  const { data } = askedQuestionSchema.safeParse(asked);
  return data === undefined ? [] : [data];
};
