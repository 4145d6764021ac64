'use client';

import { Button, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { executionMessages } from '../messages.ts';
import type { StepInputProps } from './types.ts';

export function InstructionStep({ response, isLocked, onAnswer }: StepInputProps<'instruction'>) {
  const t = useMessages(executionMessages);
  if (response !== null) return <StateMark mark="conform" label={t.doneAgain} size="large" />;
  return (
    <Button kind="action" icon="check" isWide disabled={isLocked} onClick={() => void onAnswer({ done: true })}>
      {t.done}
    </Button>
  );
}
