'use client';

import { Button, Sheet, Stack, Text } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { type Asked, asked } from '../../platform/confirmation.ts';
import { common } from '../../platform/messages/common.ts';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { reasonOf, useDoor } from '../../platform/use-door.ts';
import { accountMessages } from './messages.ts';
import { Secret } from './new-password.tsx';

/** Asks for the password when an act is too sensitive for a desk that may have been left open; the act then goes on by itself. */
export function ConfirmPassword() {
  const question = useReadable(asked);
  return question === null ? null : <Question question={question} />;
}

function Question({ question }: { question: Asked }) {
  const t = useMessages(accountMessages);
  const words = useMessages(common);
  const refusal = useRefusal();
  const id = useId();
  const door = useDoor('auth.confirm');
  const [password, setPassword] = useState('');
  const wrong = reasonOf(door.refused) === 'credentials' ? t.credentials : door.refused === null ? undefined : refusal(door.refused);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await door.go({ password })) !== null) question.answer(true);
  };
  return (
    <Sheet title={t.confirmTitle} isOpen onClose={() => question.answer(false)} closeLabel={words.close} side="end">
      <form onSubmit={(event) => void submit(event)} noValidate aria-busy={door.isBusy}>
        <Stack gap={5}>
          <Text>{t.confirmText}</Text>
          <Secret id={id} label={t.password} isNew={false} value={password} onChange={setPassword} error={wrong} />
          <Button kind="primary" type="submit" isWide isBusy={door.isBusy}>
            {t.confirm}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
