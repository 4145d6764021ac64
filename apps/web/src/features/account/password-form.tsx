'use client';

import { Button, Cluster, ErrorSummary, Notice, Stack, Switch } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { reasonOf, useDoor } from '../../platform/use-door.ts';
import { accountMessages } from './messages.ts';
import { NewPassword, Secret } from './new-password.tsx';

const EMPTY = { current: '', next: '' };

/** @param context names that would be guessed here */
export function PasswordForm({ context }: { context: readonly string[] }) {
  const t = useMessages(accountMessages);
  const ids = useId();
  const door = useDoor('auth.changePassword');
  const [typed, setTyped] = useState(EMPTY);
  const [endOthers, setEndOthers] = useState(true);
  const [ended, setEnded] = useState<number | null>(null);
  const [hasTried, setTried] = useState(false);
  const saidOf = useSaid();
  const missing = hasTried && typed.current === '' ? { current: t.currentMissing } : {};
  const problems: { readonly current?: string; readonly next?: string } = { ...saidOf(door.refused), ...missing };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setEnded(null);
    if (typed.current === '') return;
    const done = await door.go({ ...typed, endOthers });
    if (done === null) return;
    setEnded(done.ended);
    setTyped(EMPTY);
    setTried(false);
  };
  const type = (field: keyof typeof EMPTY) => (value: string) => setTyped({ ...typed, [field]: value });
  const errors = (['current', 'next'] as const).flatMap((field) => {
    const message = problems[field];
    return message === undefined ? [] : [{ message, href: `#${ids}-${field}` }];
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={door.isBusy}>
      <Stack gap={4}>
        {errors.length > 0 && !door.isBusy && <ErrorSummary title={t.password} errors={errors} />}
        {ended !== null && (
          <Notice tone="conform" isLive title={t.changed}>
            {ended > 0 ? t.ended(ended) : ''}
          </Notice>
        )}
        <Secret id={`${ids}-current`} label={t.current} isNew={false} value={typed.current} onChange={type('current')} error={problems.current} />
        <NewPassword id={`${ids}-next`} label={t.next} context={context} value={typed.next} onChange={type('next')} error={problems.next} />
        <Switch label={t.endOthers} hint={t.endOthersHint} isOn={endOthers} onChange={setEndOthers} />
        <Cluster>
          <Button kind="action" type="submit" isBusy={door.isBusy}>
            {door.isBusy ? t.changing : t.change}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}

/** The server's refusal, beside the field it is about. */
function useSaid() {
  const t = useMessages(accountMessages);
  const refusal = useRefusal();
  return (refused: ReturnType<typeof useDoor>['refused']): { current?: string; next?: string } => {
    if (refused === null) return {};
    const reason = reasonOf(refused);
    if (reason === 'credentials') return { current: t.credentials };
    if (reason === 'password_short' || reason === 'password_long' || reason === 'password_common' || reason === 'password_same')
      return { next: t[reason] };
    return { current: refusal(refused) };
  };
}
