'use client';

import { Button, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { fileMessages } from './file-messages.ts';

interface TypedWordProps {
  /** What the button does, as it says it. */
  readonly label: string;
  readonly isBusy?: boolean;
  onConfirm(): void;
}

/** For what cannot be undone: the word is typed, in full, before the button takes a press. Not for speed. */
export function TypedWord({ label, isBusy = false, onConfirm }: TypedWordProps) {
  const t = useMessages(fileMessages);
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLocaleUpperCase() === t.word;
  return (
    <Stack gap={4}>
      <TextField
        label={t.typeWord(t.word)}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="done"
      />
      <Button kind="action" tone="stop" icon="trash" isWide disabled={!isTyped} isBusy={isBusy} onClick={onConfirm}>
        {label}
      </Button>
    </Stack>
  );
}
