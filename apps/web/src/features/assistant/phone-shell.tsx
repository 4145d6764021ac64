'use client';

import { type ReactNode, useMemo } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { PhoneAnswer } from '../retrieval/phone-answer.tsx';
import { heldOf } from './held.ts';
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
        if (kind === 'tip') return `/app/tips?tip=${encodeURIComponent(id)}`;
        if (kind === 'execution') return `/app/executions/${id}/read`;
        if (kind === 'finding') return `/app/analyses/${id}`;
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
    sendsByItself: true,
    // Written by this app from what the server answered.
    recent: async (id) => (await talks.recent(id))?.value as OpenTalk | undefined,
    recents: async () => (await talks.recents()).map(({ value }) => value as OpenTalk),
    keep: (open) => talks.keep({ id: open.conversation.id, movedAt: open.conversation.movedAt, value: open }),
    forget: talks.forget,
    held: heldOf(talks),
    queue: (asked, problem) => talks.queue({ id: asked.id, conversation: asked.conversation, asked, at: Date.now(), problem: problem ?? null }),
    settle: talks.settle,
  };
}
