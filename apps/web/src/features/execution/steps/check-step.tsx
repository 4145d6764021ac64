'use client';

import { checkValues } from '@heliograph/domain';
import { ChoiceButtons, type Mark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { executionMessages } from '../messages.ts';
import type { StepInputProps } from './types.ts';

const MARKS = { ok: 'conform', fail: 'fail', na: 'none' } as const satisfies Record<string, Mark>;

export function CheckStep({ step, response, isLocked, onAnswer }: StepInputProps<'check'>) {
  const t = useMessages(executionMessages);
  const words = { ok: t.ok, fail: t.fail, na: t.na };
  return (
    <ChoiceButtons
      label={t.choose}
      isLabelHidden
      disabled={isLocked}
      value={response?.value ?? null}
      onChange={(value) => void onAnswer({ value })}
      options={checkValues(step).map((value) => ({ value, label: words[value], mark: MARKS[value] }))}
    />
  );
}
