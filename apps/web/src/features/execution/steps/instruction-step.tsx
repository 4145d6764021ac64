'use client';

import { Button, Stack, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { executionMessages } from '../messages.ts';
import type { StepInputProps } from './types.ts';

export function InstructionStep({ response, isLocked, onAnswer, onClear }: StepInputProps<'instruction'>) {
  const t = useMessages(executionMessages);
  if (response !== null)
    return (
      <Stack gap={3}>
        <StateMark mark="conform" label={t.doneAgain} size="large" />
        {!isLocked && (
          <Button kind="quiet" icon="undo" onClick={() => void onClear()}>
            {t.notDone}
          </Button>
        )}
      </Stack>
    );
  return (
    <Button kind="action" icon="check" isWide disabled={isLocked} onClick={() => void onAnswer({ done: true })}>
      {t.done}
    </Button>
  );
}
