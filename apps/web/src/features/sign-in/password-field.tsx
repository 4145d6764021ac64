'use client';

import { Button, Cluster, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { signInWords } from './messages.ts';

interface PasswordFieldProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly value: string;
  onChange(value: string): void;
}

/** Fifteen characters with gloves on: they can be looked at, pasted, and filled in by a password manager. */
export function PasswordField({ id, error, value, onChange }: PasswordFieldProps) {
  const words = useMessages(signInWords);
  const [isShown, setShown] = useState(false);
  return (
    <Stack gap={2}>
      <TextField
        id={id}
        label={words.password}
        error={error}
        value={value}
        onChange={onChange}
        type={isShown ? 'text' : 'password'}
        name="password"
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Cluster>
        <Button kind="quiet" aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </Button>
      </Cluster>
    </Stack>
  );
}
