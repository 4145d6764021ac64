'use client';

import { ChoiceButtons, type Mark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../messages.ts';
import type { StepInputProps } from './types.ts';

const MARKS = { ok: 'conform', warn: 'watch', fail: 'fail' } as const satisfies Record<string, Mark>;

export function ChoiceStep({ step, response, isLocked, onAnswer }: StepInputProps<'choice'>) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  // Where every option is as good as another, marks would judge what is only described.
  const judges = step.options.some(({ outcome }) => outcome !== 'ok');
  return (
    <ChoiceButtons
      label={t.choose}
      isLabelHidden
      disabled={isLocked}
      value={response?.value ?? null}
      onChange={(value) => void onAnswer({ value })}
      options={step.options.map(({ value, label, outcome }) => ({ value, label: label[language], ...(judges ? { mark: MARKS[outcome] } : {}) }))}
    />
  );
}
