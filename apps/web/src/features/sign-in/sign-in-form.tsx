'use client';

import { Button, ChoiceButtons, ErrorSummary, Notice, Stack, TextField } from '@heliograph/ui';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Identity } from '../../platform/identity.ts';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { signInWords } from './messages.ts';
import { PasswordField } from './password-field.tsx';
import { useBeginning } from './use-beginning.ts';
import { type Problem, type SigningIn, useSignIn } from './use-sign-in.ts';
import type { Welcome } from './use-welcome.ts';

interface SignInFormProps {
  /** Whose session is over; null where nobody is at work. */
  readonly again: Identity | null;
  readonly kind: 'phone' | 'desktop';
  /** What is around it says already that the session is over and the work intact. */
  readonly isExplained?: boolean;
  /** Accounts to try out, where the server has any. */
  readonly demo?: Welcome['demo'];
  onSignedIn(): void;
  /** What follows the form. The accounts come last: they arrive late, and push nothing from under a finger. */
  readonly children?: ReactNode;
}

export function SignInForm({ again, kind, isExplained = false, demo = null, onSignedIn, children }: SignInFormProps) {
  const words = useMessages(signInWords);
  const ids = useId();
  const form = useRef<HTMLFormElement>(null);
  const signing = useSignIn(kind, onSignedIn);
  const [email, setEmail] = useState(again?.user.email ?? '');
  const [password, setPassword] = useState('');
  const [organisation, setOrganisation] = useState(again?.org.id as string | undefined);
  useBeginning(form, (begun) => {
    setEmail(begun.email);
    setPassword(begun.password);
    if (begun.isSent) void signing.submit(begun);
  });
  const errorOf = (field: Problem['field']) => signing.problems.find((problem) => problem.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signing.submit({ email, password, organisation });
  };
  return (
    <Stack gap={6}>
      {/* What a browser would send by itself, were a script missing, must not be an address. */}
      <form ref={form} method="post" onSubmit={submit} noValidate aria-busy={signing.isBusy}>
        <Stack gap={5}>
          {again !== null && !isExplained && <Notice tone="watch">{(kind === 'phone' ? words.again : words.againAtDesk)(again.user.name)}</Notice>}
          <Said signing={signing} ids={ids} />
          {signing.organisations === null ? (
            <>
              <TextField
                id={`${ids}-email`}
                label={words.email}
                error={errorOf('email')}
                value={email}
                onChange={setEmail}
                type="email"
                name="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                enterKeyHint="next"
              />
              <PasswordField id={`${ids}-password`} error={errorOf('password')} value={password} onChange={setPassword} />
            </>
          ) : (
            <ChoiceButtons
              id={`${ids}-organisation`}
              label={words.choose}
              error={errorOf('organisation')}
              options={signing.organisations.map(({ id, name }) => ({ value: id, label: name }))}
              value={organisation ?? null}
              onChange={setOrganisation}
            />
          )}
          <Actions again={again} signing={signing} ids={ids} />
        </Stack>
      </form>
      {children}
      {again === null && signing.organisations === null && (
        <DemoAccounts
          demo={demo}
          onPick={(picked, known) => {
            setEmail(picked);
            setPassword(known);
            document.getElementById(`${ids}-submit`)?.focus();
          }}
        />
      )}
    </Stack>
  );
}

/** What stands in the way, before the fields. */
function Said({ signing: { problems, isUnreached }, ids }: { signing: SigningIn; ids: string }) {
  const words = useMessages(signInWords);
  if (isUnreached)
    return (
      <Notice tone="watch" title={words.offline} isLive>
        {words.offlineHelp}
      </Notice>
    );
  if (problems.length === 0) return null;
  return (
    <ErrorSummary
      key={problems.map(({ message }) => message).join()}
      title={words.problem}
      errors={problems.map(({ field, message }) => ({ message, href: `#${ids}-${field}` }))}
    />
  );
}

function Actions({ again, signing, ids }: { again: Identity | null; signing: SigningIn; ids: string }) {
  const words = useMessages(signInWords);
  return (
    <Stack gap={3}>
      <Button id={`${ids}-submit`} kind="primary" type="submit" isWide isBusy={signing.isBusy}>
        {signing.isBusy ? words.busy : signing.organisations === null ? words.submit : words.continue}
      </Button>
      {signing.organisations !== null && (
        <Button kind="quiet" isWide onClick={signing.startOver}>
          {words.otherAccount}
        </Button>
      )}
      {again !== null && location.pathname.startsWith('/app') && (
        <Button kind="quiet" isWide onClick={() => navigate('/app', { isReplaced: true })}>
          {words.goOn}
        </Button>
      )}
    </Stack>
  );
}
