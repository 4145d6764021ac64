'use client';

import { isAlarm, PHONE_STANDINGS } from '@heliograph/domain/device';
import { Button, Code, type Mark, Stack, StateMark, Table, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Confirm } from '../shared/confirm.tsx';
import { fleetMessages } from './messages.ts';

type Phone = Output<'device.list'>['phones'][number];

const MARKS: Readonly<Record<Phone['standing'], Mark>> = { lost: 'stop', overdue: 'attention', waiting: 'here', clear: 'sent', dismissed: 'none' };

/** The gravest first, then the one that was heard of last. */
export const inOrder = (phones: readonly Phone[]): Phone[] =>
  phones.toSorted((a, b) => PHONE_STANDINGS.indexOf(a.standing) - PHONE_STANDINGS.indexOf(b.standing) || b.seenAt - a.seenAt);

export function FleetTable({ phones, mayManage }: { phones: readonly Phone[]; mayManage: boolean }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const now = useNow();
  const [leaving, setLeaving] = useState<Phone | null>(null);
  return (
    <>
      <Table
        caption={t.title}
        isCaptionHidden
        isFolding
        rows={inOrder(phones)}
        rowKey={({ handle }) => handle}
        columns={[
          { key: 'person', label: t.person, isPrimary: true, cell: ({ name }) => name },
          { key: 'standing', label: t.standing, cell: (phone) => <Standing phone={phone} /> },
          { key: 'pending', label: t.pending, isWhole: true, cell: (phone) => <Pending phone={phone} /> },
          { key: 'oldest', label: t.oldest, cell: ({ since }) => (since === null ? '–' : format.ago(since, now)) },
          { key: 'contact', label: t.contact, cell: ({ seenAt }) => format.ago(seenAt, now) },
          { key: 'build', label: t.build, isWhole: true, cell: ({ build }) => <Code>{build}</Code> },
          ...(mayManage
            ? [
                {
                  key: 'dismiss',
                  label: t.dismiss,
                  isLabelHidden: true,
                  isWhole: true,
                  cell: (phone: Phone) =>
                    isAlarm(phone.standing) ? (
                      <Button kind="quiet" onClick={() => setLeaving(phone)} aria-label={`${t.dismiss} · ${phone.name}`}>
                        {t.dismiss}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {leaving !== null && <Dismiss phone={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function Standing({ phone: { standing, lost } }: { phone: Phone }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  return (
    <Stack gap={1}>
      <StateMark mark={MARKS[standing]} label={t[`standing_${standing}`]} size="small" />
      {lost !== null && (
        <Text as="span" kind="small" isSoft>
          {t.lost(lost.ops, lost.photos, format.day(lost.at))}
        </Text>
      )}
    </Stack>
  );
}

function Pending({ phone: { pending } }: { phone: Phone }) {
  const t = useMessages(fleetMessages);
  const { records, photos } = pending;
  const parts = [records > 0 ? t.records(records) : '', photos > 0 ? t.photos(photos) : ''].filter(Boolean);
  return parts.length === 0 ? t.nothing : parts.join(', ');
}

function Dismiss({ phone: { handle, name }, onClose }: { phone: Phone; onClose(): void }) {
  const t = useMessages(fleetMessages);
  const door = useDoor('device.dismiss');
  const utils = trpc.useUtils();
  const go = async () => {
    if ((await door.go({ handle })) === null) return;
    await utils.device.list.invalidate();
    onClose();
  };
  return (
    <Confirm
      title={t.dismissTitle(name)}
      isOpen
      doLabel={t.dismiss}
      cancelLabel={t.cancel}
      isBusy={door.isBusy}
      refused={door.refused}
      onDo={() => void go()}
      onClose={onClose}
    >
      {t.dismissText}
    </Confirm>
  );
}
