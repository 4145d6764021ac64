'use client';

import { Button, Cluster, Stack, StateMark, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { accountMessages } from './messages.ts';
import { passwordStanding } from './password-text.ts';

interface SecretProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly isNew: boolean;
  onChange(value: string): void;
}

/** A password that can be looked at, pasted, and filled in by a manager. */
export function Secret({ id, isNew, ...field }: SecretProps) {
  const t = useMessages(accountMessages);
  const [isShown, setShown] = useState(false);
  return (
    <Stack gap={2}>
      <TextField
        {...field}
        id={id}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Cluster>
        <Button kind="quiet" icon="eye" aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
          {isShown ? t.hide : t.show}
        </Button>
      </Cluster>
    </Stack>
  );
}

/** A new one, with its rules beside it, each ticked as soon as it holds. @param context names that would be guessed here */
export function NewPassword({ context, ...field }: Omit<SecretProps, 'isNew'> & { readonly context: readonly string[] }) {
  const t = useMessages(accountMessages);
  const { length, isLongEnough, isTooLong, isUncommon } = passwordStanding(field.value, context);
  return (
    <Stack gap={2}>
      <Secret {...field} isNew />
      <Stack gap={1} as="ul">
        <li>
          <StateMark
            size="small"
            mark={isTooLong ? 'out' : isLongEnough ? 'conform' : 'todo'}
            label={isTooLong ? t.ruleTooLong(length) : t.ruleLength(length)}
          />
        </li>
        <li>
          <StateMark size="small" mark={isUncommon === null ? 'todo' : isUncommon ? 'conform' : 'out'} label={t.ruleCommon} />
        </li>
      </Stack>
    </Stack>
  );
}
