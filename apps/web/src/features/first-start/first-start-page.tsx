'use client';

import { Button, ErrorSummary, Notice, Screen, Stack, Text, Title, TopBar, Wordmark } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useTitle } from '../../platform/title.ts';
import { accountMessages } from '../account/messages.ts';
import { PageLanguage } from '../sign-in/page-language.tsx';
import { FIELDS, type FieldName } from './draft.ts';
import { AdminPart, CodePart, OrganisationPart, SitePart } from './first-start-parts.tsx';
import { firstStartMessages } from './messages.ts';
import { useFirstStart } from './use-first-start.ts';

interface FirstStartPageProps {
  readonly kind: 'phone' | 'desktop';
  /** To the ordinary sign-in: somebody else was faster, or the session could not be opened. */
  onSignIn(): void;
  onSignedIn(): void;
}

/** A server that nobody has begun to use: organisation, first admin, first site and the starter library, in one page. */
export default function FirstStartPage(props: FirstStartPageProps) {
  const t = useMessages(firstStartMessages);
  useTitle(t.title);
  return (
    <Screen top={<TopBar status={<Wordmark name="Heliograph" />} />}>
      <Stack gap={6}>
        <PageLanguage isLabelHidden />
        <Title>{t.title}</Title>
        <Text isSoft>{t.lead}</Text>
        <FirstStartForm {...props} />
      </Stack>
    </Screen>
  );
}

function FirstStartForm({ kind, onSignIn, onSignedIn }: FirstStartPageProps) {
  const t = useMessages(firstStartMessages);
  const passwords = useMessages(accountMessages);
  const id = useId();
  const start = useFirstStart({ kind, language: useLanguage(), onSignedIn });
  const { outcome, problems, isBusy } = start;
  const words = { ...t, ...passwords };
  const errorOf = (field: FieldName) => {
    const problem = problems[field];
    return problem === undefined ? undefined : words[problem];
  };
  const errors = FIELDS.flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ message, href: `#${id}-${field}` }];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start.submit();
  };
  if (outcome.kind === 'done' || outcome.kind === 'set_up')
    return (
      <Notice
        tone={outcome.kind === 'done' ? 'conform' : 'watch'}
        isLive
        action={
          <Button kind="action" onClick={onSignIn}>
            {t.toSignIn}
          </Button>
        }
      >
        {outcome.kind === 'done' ? t.notSignedIn : t.setUp}
      </Notice>
    );
  const part = { id, start, errorOf };
  return (
    <form onSubmit={submit} noValidate aria-busy={isBusy}>
      <Stack gap={7}>
        {errors.length > 0 && !isBusy && <ErrorSummary key={errors.map(({ message }) => message).join()} title={t.problem} errors={errors} />}
        {outcome.kind === 'refused' && (
          <Notice tone="watch" isLive>
            {outcome.message}
          </Notice>
        )}
        <CodePart {...part} />
        <OrganisationPart {...part} />
        <AdminPart {...part} />
        <SitePart {...part} />
        <Button kind="primary" type="submit" isWide isBusy={isBusy}>
          {isBusy ? t.busy : t.submit}
        </Button>
      </Stack>
    </form>
  );
}
