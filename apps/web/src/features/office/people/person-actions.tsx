'use client';

import { emailSchema } from '@heliograph/domain/person';
import { Button, Cluster, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Part } from '../../people/part.tsx';
import { HandedLink, type Link } from './handed-link.tsx';
import { peopleMessages } from './messages.ts';
import { usePersonRefusal } from './person-refusal.ts';

type PersonItem = Output<'person.get'>['person'];

/** What an admin does for or against somebody's access. Taking it away is confirmed; giving it back is not. */
export function PersonActions({ person, isMe }: { person: PersonItem; isMe: boolean }) {
  const t = useMessages(peopleMessages);
  const say = usePersonRefusal();
  const utils = trpc.useUtils();
  const resume = useDoor('person.resume');
  const [asked, ask] = useState<'suspend' | 'deactivate' | 'reset' | 'email' | null>(null);
  const close = () => ask(null);
  return (
    <Part title={t.access}>
      <Stack gap={3}>
        {resume.refused !== null && (
          <Notice tone="watch" isLive>
            {say(resume.refused)}
          </Notice>
        )}
        <Cluster gap={2}>
          {person.status === 'active' && (
            <>
              <Button kind="action" icon="key" onClick={() => ask('reset')}>
                {t.resetLink}
              </Button>
              <Button kind="action" onClick={() => ask('email')}>
                {t.changeEmail}
              </Button>
            </>
          )}
          {person.status !== 'active' && (
            <Button kind="primary" isBusy={resume.isBusy} onClick={() => void resume.go({ id: person.id }).then(() => utils.invalidate())}>
              {t.resume}
            </Button>
          )}
          {person.status === 'active' && !isMe && (
            <Button kind="action" tone="stop" icon="lock" onClick={() => ask('suspend')}>
              {t.suspend}
            </Button>
          )}
          {person.status !== 'inactive' && !isMe && (
            <Button kind="action" tone="stop" onClick={() => ask('deactivate')}>
              {t.deactivate}
            </Button>
          )}
        </Cluster>
      </Stack>
      <TakingAway what="suspend" person={person} isOpen={asked === 'suspend'} onClose={close} />
      <TakingAway what="deactivate" person={person} isOpen={asked === 'deactivate'} onClose={close} />
      <Sheet title={t.resetLink} isOpen={asked === 'reset'} onClose={close} closeLabel={t.close} side="end">
        <ResetLink person={person} />
      </Sheet>
      <Sheet title={t.changeEmail} isOpen={asked === 'email'} onClose={close} closeLabel={t.close} side="end">
        <NewEmail person={person} />
      </Sheet>
    </Part>
  );
}

interface TakingAwayProps {
  readonly what: 'suspend' | 'deactivate';
  readonly person: PersonItem;
  readonly isOpen: boolean;
  onClose(): void;
}

function TakingAway({ what, person, isOpen, onClose }: TakingAwayProps) {
  const t = useMessages(peopleMessages);
  const say = usePersonRefusal();
  const utils = trpc.useUtils();
  const door = useDoor(`person.${what}`);
  const go = async () => {
    if ((await door.go({ id: person.id })) === null) return;
    onClose();
    await utils.invalidate();
  };
  return (
    <Sheet title={t[`title_${what}`](person.name)} isOpen={isOpen} onClose={onClose} closeLabel={t.cancel}>
      <Stack gap={4}>
        <Text>{t[`text_${what}`]}</Text>
        {door.refused !== null && (
          <Notice tone="watch" isLive>
            {say(door.refused)}
          </Notice>
        )}
        <Button kind="primary" tone="stop" isWide isBusy={door.isBusy} onClick={() => void go()}>
          {t[what]}
        </Button>
      </Stack>
    </Sheet>
  );
}

function ResetLink({ person }: { person: PersonItem }) {
  const t = useMessages(peopleMessages);
  const say = usePersonRefusal();
  const door = useDoor('person.reset');
  const [link, setLink] = useState<Link | null>(null);
  if (link !== null) return <HandedLink link={link} />;
  return (
    <Stack gap={4}>
      <Text>{t.link_reset(person.name)}</Text>
      {door.refused !== null && (
        <Notice tone="watch" isLive>
          {say(door.refused)}
        </Notice>
      )}
      <Button kind="primary" isWide isBusy={door.isBusy} onClick={() => void door.go({ id: person.id }).then(setLink)}>
        {t.makeLink}
      </Button>
    </Stack>
  );
}

function NewEmail({ person }: { person: PersonItem }) {
  const t = useMessages(peopleMessages);
  const say = usePersonRefusal();
  const door = useDoor('person.changeEmail');
  const [email, setEmail] = useState('');
  const [link, setLink] = useState<Link | null>(null);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = emailSchema.safeParse(email);
    setError(parsed.success ? undefined : t.emailOdd);
    if (parsed.success) void door.go({ id: person.id, revision: person.revision, email: parsed.data }).then(setLink);
  };
  if (link !== null) return <HandedLink link={link} />;
  return (
    <form onSubmit={submit} noValidate aria-busy={door.isBusy}>
      <Stack gap={4}>
        <Text>{t.changeEmailText}</Text>
        {door.refused !== null && (
          <Notice tone="watch" isLive>
            {say(door.refused)}
          </Notice>
        )}
        <TextField label={t.newEmail} value={email} onChange={setEmail} error={error} type="email" autoComplete="off" spellCheck={false} />
        <Button kind="primary" type="submit" isWide isBusy={door.isBusy}>
          {t.makeLink}
        </Button>
      </Stack>
    </form>
  );
}
