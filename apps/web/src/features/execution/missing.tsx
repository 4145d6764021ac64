'use client';

import { Button, EmptyState, Screen } from '@heliograph/ui';
import { useEffect } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { FieldTop } from '../field/field-top.tsx';
import { executionMessages } from './messages.ts';

/** The record or its procedure is not on this phone; it is asked for again while the screen is open. */
export function Missing({ kind }: { kind: 'unknown' | 'no_procedure' }) {
  const t = useMessages(executionMessages);
  const { sender, procedures } = useField();
  useEffect(() => {
    sender.wake('look');
    if (kind === 'no_procedure') void procedures.load();
  }, [sender, procedures, kind]);
  const [title, text] = kind === 'unknown' ? [t.unknownTitle, t.unknownText] : [t.noProcedureTitle, t.noProcedureText];
  return (
    <Screen top={<FieldTop back="/app" />}>
      <EmptyState title={title} action={<Button href="/app">{t.back}</Button>}>
        {text}
      </EmptyState>
    </Screen>
  );
}
