'use client';

import { Button, EmptyState, Screen } from '@heliograph/ui';
import { useEffect } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { FieldTop } from '../field/field-top.tsx';
import { LossNotice } from '../loss/loss-notice.tsx';
import { executionMessages } from './messages.ts';
import { returnedMessages } from './returned-messages.ts';
import type { ExecutionView } from './use-execution.ts';

type MissingKind = Exclude<ExecutionView['kind'], 'reading' | 'open'>;

/** The record or its procedure is not on this phone; it is asked for again while the screen is open. */
export function Missing({ kind }: { kind: MissingKind }) {
  const t = useMessages(executionMessages);
  const { sender, procedures } = useField();
  useEffect(() => {
    sender.wake('look');
    if (kind === 'no_procedure') void procedures.load();
  }, [sender, procedures, kind]);
  const planned = useMessages(returnedMessages);
  const words: Record<MissingKind, readonly [string, string]> = {
    unknown: [t.unknownTitle, t.unknownText],
    planned: [planned.plannedTitle, planned.plannedText],
    no_procedure: [t.noProcedureTitle, t.noProcedureText],
  };
  const [title, text] = words[kind];
  return (
    <Screen top={<FieldTop back="/app" />}>
      <LossNotice />
      <EmptyState title={title} action={<Button href="/app">{t.back}</Button>}>
        {text}
      </EmptyState>
    </Screen>
  );
}
