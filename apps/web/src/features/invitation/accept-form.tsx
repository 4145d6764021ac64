'use client';

import { personNameSchema } from '@heliograph/domain/person';
import { Button, ErrorSummary, Notice, Stack, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { reasonOf } from '../../platform/use-door.ts';
import { accountMessages } from '../account/messages.ts';
import { NewPassword, Secret } from '../account/new-password.tsx';
import { invitationMessages } from './messages.ts';
import type { Look } from './standing.ts';
import type { Invitation } from './use-invitation.ts';

interface AcceptFormProps {
  readonly look: Look;
  readonly invitation: Invitation;
}

type Errors = { readonly name?: string; readonly password?: string };

/** What a link asks of its reader: a name and a password, a new password, or the present one. */
export function AcceptForm({ look, invitation }: AcceptFormProps) {
  const t = useMessages(invitationMessages);
  const id = useId();
  const [name, setName] = useState(look.name);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<Errors>({});
  const said = useSaid(look.kind);
  const { field, general } = said(invitation.refused);
  const errors: Errors = { ...field, ...missing };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Errors = {
      ...(look.kind !== 'join' || personNameSchema.safeParse(name).success ? {} : { name: t.nameMissing }),
      ...(password === '' ? { password: t.passwordMissing } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) void invitation.accept({ password, ...(look.kind === 'join' ? { name } : {}) });
  };
  const listed = (['name', 'password'] as const).flatMap((one) => {
    const message = errors[one];
    return message === undefined ? [] : [{ message, href: `#${id}-${one}` }];
  });
  const secret = { id: `${id}-password`, label: t[`password_${look.kind}`], error: errors.password, value: password, onChange: setPassword };
  return (
    <form onSubmit={submit} noValidate aria-busy={invitation.isBusy}>
      <Stack gap={5}>
        {listed.length > 0 && !invitation.isBusy && <ErrorSummary title={t.problem} errors={listed} />}
        {general !== null && (
          <Notice tone="watch" isLive>
            {general}
          </Notice>
        )}
        {look.kind === 'join' && (
          <TextField
            id={`${id}-name`}
            label={t.name}
            hint={t.nameHint}
            error={errors.name}
            value={name}
            onChange={setName}
            autoComplete="name"
            maxLength={120}
          />
        )}
        {/* Read by password managers: whose password it is. */}
        <TextField label={t.email} value={look.email} onChange={() => undefined} type="email" autoComplete="username" readOnly />
        {look.kind === 'email' ? (
          <Secret {...secret} isNew={false} />
        ) : (
          <NewPassword {...secret} hint={look.kind === 'join' ? t.hint_join : undefined} context={[look.organisation.name, name, look.email]} />
        )}
        <Button kind="primary" type="submit" isWide isBusy={invitation.isBusy}>
          {invitation.isBusy ? t.busy : t[`submit_${look.kind}`]}
        </Button>
      </Stack>
    </form>
  );
}

/** A refusal, beside the password where it is about it. */
function useSaid(kind: Look['kind']) {
  const t = useMessages(invitationMessages);
  const passwords = useMessages(accountMessages);
  const refusal = useRefusal();
  return (refused: Invitation['refused']): { field: Errors; general: string | null } => {
    if (refused === null) return { field: {}, general: null };
    const reason = reasonOf(refused);
    if (reason === 'password_short' || reason === 'password_long' || reason === 'password_common')
      return { field: { password: passwords[reason] }, general: null };
    if (reason === 'credentials') return { field: { password: kind === 'join' ? t.credentials : t.credentialsOwn }, general: null };
    return { field: {}, general: refusal(refused) };
  };
}
