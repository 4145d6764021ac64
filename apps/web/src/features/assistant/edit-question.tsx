'use client';

import { LONGEST_QUESTION } from '@heliograph/domain/assistant';
import { Button, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { assistantMessages } from './messages.ts';

interface EditQuestionProps {
  readonly text: string;
  readonly isOpen: boolean;
  /** The first wording goes: it was never taken. */
  readonly isReplaced?: boolean;
  onClose(): void;
  onAsk(text: string): void;
}

/** Another wording of a question: it is asked beside the first one. */
export function EditQuestion({ text, isOpen, isReplaced = false, onClose, onAsk }: EditQuestionProps) {
  const t = useMessages(assistantMessages);
  return (
    <Sheet title={t.editTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <Wording
        {...{ text, isReplaced }}
        onAsk={(next) => {
          onClose();
          onAsk(next);
        }}
      />
    </Sheet>
  );
}

function Wording({ text, isReplaced, onAsk }: Pick<EditQuestionProps, 'text' | 'onAsk'> & { isReplaced: boolean }) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const [next, setNext] = useState(text);
  const isTooLong = next.length > LONGEST_QUESTION;
  return (
    <Stack gap={4}>
      {!isReplaced && (
        <Text kind="small" isSoft>
          {t.editText}
        </Text>
      )}
      <TextField
        isMultiline
        rows={5}
        label={t.question}
        value={next}
        onChange={setNext}
        error={isTooLong ? t.tooLong(format.number(LONGEST_QUESTION), format.number(next.length)) : undefined}
      />
      <Button kind="primary" isWide icon="send" disabled={next.trim() === '' || isTooLong} onClick={() => onAsk(next)}>
        {t.askAgain}
      </Button>
    </Stack>
  );
}
