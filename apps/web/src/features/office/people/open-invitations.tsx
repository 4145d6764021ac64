'use client';

import { Badge, Button, Cluster, List, ListRow, Notice, Section, Sheet, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { personWords } from '../../people/words.ts';
import { HandedLink, type Link } from './handed-link.tsx';
import { peopleMessages } from './messages.ts';
import { usePersonRefusal } from './person-refusal.ts';

type Item = Output<'invitation.list'>['items'][number];

/** Those who were invited and have not answered; nothing where nobody waits. */
export function OpenInvitations() {
  const t = useMessages(peopleMessages);
  const say = usePersonRefusal();
  const utils = trpc.useUtils();
  const list = trpc.invitation.list.useQuery({ limit: 100 });
  const invite = useDoor('person.invite');
  const revoke = useDoor('invitation.revoke');
  const [link, setLink] = useState<Link | null>(null);
  const items = list.data?.items ?? [];
  if (items.length === 0 && link === null) return null;
  const refused = invite.refused ?? revoke.refused;
  const again = async ({ email, name, role, language }: Item) => {
    revoke.forget();
    setLink(await invite.go({ email, name, role: role ?? 'technician', language }));
    await utils.invalidate();
  };
  const withdraw = async ({ id }: Item) => {
    invite.forget();
    await revoke.go({ id });
    await utils.invalidate();
  };
  return (
    <Section title={t.open} aside={String(items.length)}>
      <Stack gap={3}>
        {refused !== null && (
          <Notice tone="watch" isLive>
            {say(refused)}
          </Notice>
        )}
        <List label={t.open}>
          {items.map((item) => (
            <InvitationRow
              key={item.id}
              item={item}
              isBusy={invite.isBusy || revoke.isBusy}
              onAgain={() => void again(item)}
              onRevoke={() => void withdraw(item)}
            />
          ))}
        </List>
        <Sheet title={t.newLink} isOpen={link !== null} onClose={() => setLink(null)} closeLabel={t.close} side="end">
          {link !== null && <HandedLink link={link} />}
        </Sheet>
      </Stack>
    </Section>
  );
}

interface InvitationRowProps {
  readonly item: Item;
  readonly isBusy: boolean;
  onAgain(): void;
  onRevoke(): void;
}

function InvitationRow({ item, isBusy, onAgain, onRevoke }: InvitationRowProps) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const format = useFormat();
  return (
    <ListRow
      title={
        <Cluster gap={2}>
          {item.name}
          <Badge>{words[`role_${item.role ?? 'technician'}`]}</Badge>
        </Cluster>
      }
      detail={`${item.email} · ${t.openBy(item.createdBy.name, format.moment(item.expiresAt))}`}
      trailing={
        <Cluster gap={1}>
          <Button kind="quiet" isBusy={isBusy} onClick={onAgain} aria-label={t.newLinkFor(item.name)}>
            {t.newLink}
          </Button>
          <Button kind="quiet" tone="stop" isBusy={isBusy} onClick={onRevoke} aria-label={t.revokeFor(item.name)}>
            {t.revoke}
          </Button>
        </Cluster>
      }
    />
  );
}
