'use client';

import { Button, EmptyState, Notice, Screen, Skeleton, Stack, Text, Title, TopBar, Wordmark } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import type { Identity } from '../../platform/identity.ts';
import { common } from '../../platform/messages/common.ts';
import { useMessages } from '../../platform/messages.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { personWords } from '../people/words.ts';
import { PageLanguage } from '../sign-in/page-language.tsx';
import { AcceptForm } from './accept-form.tsx';
import styles from './invitation.module.css';
import { invitationMessages } from './messages.ts';
import { type DeadEnd, type Look, tokenIn } from './standing.ts';
import { type Invitation, useInvitation } from './use-invitation.ts';

/** Where a link of an invitation, of a new password or of a new e-mail opens. Nobody needs to be signed in. */
export default function InvitationPage() {
  const { hash } = usePlace();
  const isDesk = !matchMedia('(pointer: coarse), (max-width: 767px)').matches;
  const invitation = useInvitation(tokenIn(hash), { kind: isDesk ? 'desktop' : 'phone', onSignedIn: (identity) => goOn(identity, isDesk) });
  return (
    <Screen top={<TopBar status={<Wordmark name="Heliograph" />} />}>
      <Stack gap={6}>
        <PageLanguage isLabelHidden />
        <Shown invitation={invitation} />
      </Stack>
    </Screen>
  );
}

/** To the office from a desk, for who has work there; else to the field. The link's secret leaves the address either way. */
function goOn({ role }: Identity, isDesk: boolean): void {
  if (isDesk && role !== 'technician') location.replace('/office');
  else navigate('/app', { isReplaced: true });
}

function Shown({ invitation }: { invitation: Invitation }) {
  const t = useMessages(invitationMessages);
  const { standing } = invitation;
  switch (standing.kind) {
    case 'looking':
      return (
        <>
          <Title>{t.looking}</Title>
          <Skeleton label={t.looking} lines={3} />
        </>
      );
    case 'accepted':
      return <Message title={t.accepted} text={t.acceptedText} />;
    case 'closed':
      return <Closed end={standing.end} onRetry={invitation.lookAgain} />;
    case 'other':
      return <Other look={standing.look} name={standing.name} invitation={invitation} />;
    case 'open':
      return <Open look={standing.look} invitation={invitation} />;
  }
}

function Open({ look, invitation }: { look: Look; invitation: Invitation }) {
  const t = useMessages(invitationMessages);
  const people = useMessages(personWords);
  const format = useFormat();
  const title = look.kind === 'join' ? t.title_join(look.organisation.name) : t[`title_${look.kind}`];
  useTitle(title);
  const lead = look.kind === 'join' ? t.lead_join(people[`role_${look.role ?? 'technician'}`]) : t[`lead_${look.kind}`];
  return (
    <>
      {look.organisation.logo !== null && <img className={styles.logo} src={look.organisation.logo} alt={look.organisation.name} />}
      <Stack gap={2}>
        <Title eyebrow={look.kind === 'join' ? undefined : look.organisation.name}>{title}</Title>
        <Text>{lead}</Text>
        <Text kind="small" isSoft>
          {t.until(format.moment(look.expiresAt))}
        </Text>
      </Stack>
      <AcceptForm look={look} invitation={invitation} />
    </>
  );
}

function Other({ look, name, invitation }: { look: Look; name: string; invitation: Invitation }) {
  const t = useMessages(invitationMessages);
  useTitle(t.other(name));
  return (
    <>
      <Title>{t.other(name)}</Title>
      <Notice
        tone="watch"
        action={
          <Button kind="action" icon="logout" isBusy={invitation.isBusy} onClick={() => void invitation.makeRoom()}>
            {t.otherOut}
          </Button>
        }
      >
        {t.otherText(look.name)}
      </Notice>
    </>
  );
}

function Closed({ end, onRetry }: { end: DeadEnd; onRetry(): void }) {
  const t = useMessages(invitationMessages);
  const words = useMessages(common);
  if (end === 'unreached')
    return (
      <Message title={t.unreached} text={t.text_unreached}>
        <Button kind="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      </Message>
    );
  return <Message title={t[end]} text={t[`text_${end}`]} />;
}

function Message({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  const t = useMessages(invitationMessages);
  useTitle(title);
  return (
    <>
      <Title>{title}</Title>
      <EmptyState
        icon="key"
        title={text}
        action={
          children ?? (
            <Button kind="action" onClick={() => navigate('/app', { isReplaced: true })}>
              {t.toSignIn}
            </Button>
          )
        }
      />
    </>
  );
}
