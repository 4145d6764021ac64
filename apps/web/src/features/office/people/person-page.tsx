'use client';

import { userIdSchema } from '@heliograph/domain';
import { Badge, Button, Cluster, EmptyState, Facts, List, ListRow, Notice, Section, Stack, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useSession } from '../../../platform/session.ts';
import { useTitle } from '../../../platform/title.ts';
import { type Liveness, refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { personWords } from '../../people/words.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Measure } from '../shared/measure.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { CertificationMark } from './certifications-editor.tsx';
import { peopleMessages } from './messages.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonSessions } from './person-sessions.tsx';
import { PersonStatus } from './person-status.tsx';

type Page = Output<'person.get'>;

/** One person: who they are here, what they are authorised to do, and where they are signed in. */
export default function PersonPage({ id }: { id: string }) {
  const live = useLive();
  const parsed = userIdSchema.safeParse(id);
  return <OfficeFrame liveness={live}>{parsed.success ? <Asked id={parsed.data} live={live} /> : <NotFound />}</OfficeFrame>;
}

function Asked({ id, live }: { id: Page['person']['id']; live: Liveness }) {
  const t = useMessages(peopleMessages);
  const query = trpc.person.get.useQuery({ id }, { refetchInterval: refetchEvery(live) });
  return (
    <Read query={query} words={t} missing={<NotFound />}>
      {(page) => <Opened page={page} />}
    </Read>
  );
}

function NotFound() {
  const t = useMessages(peopleMessages);
  useTitle(t.notFound);
  return (
    <EmptyState icon="person" title={t.notFound} action={<Button href="/office/people">{t.back}</Button>}>
      {t.notFoundText}
    </EmptyState>
  );
}

function Opened({ page }: { page: Page }) {
  const { person } = page;
  const session = useSession();
  const isMe = session.kind === 'person' && session.identity.user.id === person.id;
  const mayManage = useCan('person.manage');
  useTitle(person.name);
  return (
    <Measure>
      <Stack gap={7}>
        <Head person={person} isMe={isMe} isEditor={mayManage} />
        {mayManage ? <PersonForm key={person.id} person={person} /> : <Certifications person={person} />}
        <PersonSessions page={page} mayEnd={mayManage} />
        {mayManage && <PersonActions person={person} isMe={isMe} />}
      </Stack>
    </Measure>
  );
}

function Head({ person, isMe, isEditor }: { person: Page['person']; isMe: boolean; isEditor: boolean }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const format = useFormat();
  const now = useNow();
  const ago = (at: number | null) => (at === null ? t.never : format.ago(at, now));
  return (
    <Stack gap={4}>
      <Cluster>
        <Button kind="quiet" icon="arrow-left" href="/office/people">
          {t.back}
        </Button>
      </Cluster>
      <Cluster gap={3} align="center">
        <Title>{person.name}</Title>
        <PersonStatus status={person.status} />
        {isMe && <Badge tone="signal">{t.you}</Badge>}
      </Cluster>
      {person.status === 'suspended' && <Notice tone="watch">{t.suspendedSince(format.day(person.suspendedAt ?? now))}</Notice>}
      {person.status === 'inactive' && <Notice>{t.left}</Notice>}
      <Facts
        items={[
          { label: t.email, value: person.email },
          // Who may change them has them in the form below.
          ...(isEditor
            ? []
            : [
                { label: t.role, value: words[`role_${person.role}`] },
                { label: t.language, value: words[`language_${person.language}`] },
              ]),
          { label: t.contact, value: ago(person.lastContactAt) },
          { label: t.lastSignIn, value: ago(person.lastSignInAt) },
          { label: t.since, value: format.day(person.createdAt) },
        ]}
      />
    </Stack>
  );
}

/** For who may look and not change. */
function Certifications({ person: { certifications } }: { person: Page['person'] }) {
  const t = useMessages(peopleMessages);
  const { certification } = useCatalogueNames();
  return (
    <Section title={t.certifications}>
      {certifications.length === 0 && <Text isSoft>{t.noCertification}</Text>}
      <List label={t.certifications}>
        {certifications.map(({ code, expires }) => (
          <ListRow key={code} title={certification(code)} detail={<CertificationMark expires={expires} />} />
        ))}
      </List>
    </Section>
  );
}
