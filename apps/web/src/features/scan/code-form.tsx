'use client';

import { Button, Stack, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { scanMessages } from './messages.ts';

/** A label's code, typed: a scratched label or a broken camera never stops anybody. */
export function CodeForm({ onCode }: { onCode(code: string): void }) {
  const t = useMessages(scanMessages);
  const [code, setCode] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(code.trim() === '');
    if (code.trim() !== '') onCode(code);
  };
  return (
    <form onSubmit={confirm} noValidate>
      <Stack gap={3}>
        <TextField
          label={t.code}
          hint={t.codeHint}
          error={isEmpty ? t.codeEmpty : undefined}
          value={code}
          onChange={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={500}
        />
        <Button type="submit" isWide>
          {t.confirm}
        </Button>
      </Stack>
    </form>
  );
}
