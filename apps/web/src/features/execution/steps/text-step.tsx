'use client';

import { storable } from '@heliograph/domain';
import { TextField } from '@heliograph/ui';
import { useEffect } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { executionMessages } from '../messages.ts';
import { useDraft, useEmptied } from '../use-draft.ts';
import type { StepInputProps } from './types.ts';

const LONGEST = 4000;

export function TextStep({ execution, place, response, isLocked, onAnswer, onClear, setCommit }: StepInputProps<'text'>) {
  const t = useMessages(executionMessages);
  const draft = useDraft(execution.x, place.address, response?.text ?? '');
  const emptied = useEmptied(place, onClear);
  const commit = async () => {
    const text = storable(draft.text).trim();
    if (isLocked || text === (response?.text ?? '')) return true;
    if (text === '') return emptied.takeBack();
    return draft.settle(text, () => onAnswer({ text }));
  };
  useEffect(() => {
    setCommit(commit);
  });
  return (
    <TextField
      label={t.text}
      isMultiline
      rows={5}
      maxLength={LONGEST}
      disabled={isLocked}
      value={draft.text}
      onChange={(text) => {
        draft.type(text);
        emptied.notice(text);
      }}
      onBlur={() => void commit()}
    />
  );
}
