'use client';

import { Button, Disclosure, Icon, List, ListRow, Notice, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { accountMessages } from '../../account/messages.ts';
import { SessionRow } from '../../account/session-row.tsx';
import { Part } from '../../people/part.tsx';
import { peopleMessages } from './messages.ts';
import { usePersonRefusal } from './person-refusal.ts';

type PersonPage = Output<'person.get'>;

/** Where somebody is signed in, and what each of their phones last said. @param mayEnd an admin, who may end them */
export function PersonSessions({ page: { person, sessions, devices }, mayEnd }: { page: PersonPage; mayEnd: boolean }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(accountMessages);
  const say = usePersonRefusal();
  const utils = trpc.useUtils();
  const door = useDoor('person.endSessions');
  const [said, setSaid] = useState('');
  const open = sessions.filter(({ revokedAt }) => revokedAt === null);
  const end = async (handle?: string) => {
    const done = await door.go({ id: person.id, ...(handle === undefined ? {} : { handle }) });
    if (done !== null) setSaid(t.endedSessions(done.ended));
    await utils.invalidate();
  };
  return (
    <Part title={t.sessions}>
      <Stack gap={3}>
        <Text kind="small" isSoft>
          {words.sessionsHint}
        </Text>
        {door.refused !== null && (
          <Notice tone="watch" isLive>
            {say(door.refused)}
          </Notice>
        )}
        {sessions.length === 0 && <Text isSoft>{t.noSession}</Text>}
        <List label={t.sessions}>
          {sessions.map((session) => (
            <SessionRow key={session.handle} session={session} isBusy={door.isBusy} {...(mayEnd ? { onEnd: () => void end(session.handle) } : {})} />
          ))}
        </List>
        {mayEnd && open.length > 1 && (
          <Button kind="action" isBusy={door.isBusy} onClick={() => void end()}>
            {t.endAll}
          </Button>
        )}
        <span role="status">{said}</span>
        {devices.length > 0 && (
          <Disclosure summary={t.devices} aside={String(devices.length)}>
            <Devices devices={devices} />
          </Disclosure>
        )}
      </Stack>
    </Part>
  );
}

function Devices({ devices }: Pick<PersonPage, 'devices'>) {
  const t = useMessages(peopleMessages);
  const words = useMessages(accountMessages);
  const format = useFormat();
  const now = useNow();
  return (
    <List label={t.devices}>
      {devices.map(({ handle, build, seenAt, delivered }) => (
        <ListRow
          key={handle}
          leading={<Icon name="send" />}
          title={t.delivered(delivered)}
          detail={`${words.lastSeen(format.ago(seenAt, now))} · ${t.device(build)}`}
        />
      ))}
    </List>
  );
}
