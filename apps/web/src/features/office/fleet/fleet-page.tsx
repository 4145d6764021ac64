'use client';

import { isAlarm } from '@heliograph/domain/device';
import { Cluster, EmptyState, Notice, Section, Stack, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { FleetTable } from './fleet-table.tsx';
import { HandIn } from './hand-in.tsx';
import { HeldWork } from './held-work.tsx';
import { fleetMessages } from './messages.ts';
import { RestoreNotice } from './restore-notice.tsx';

/** Every phone of the organisation: what is still on it, since when, and which ask for somebody. */
export default function FleetPage() {
  const t = useMessages(fleetMessages);
  const live = useLive();
  const mayManage = useCan('device.manage');
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={6}>
        <Cluster justify="between" align="center" gap={4}>
          <Title>{t.title}</Title>
          {mayManage && <HandIn />}
        </Cluster>
        <Phones every={refetchEvery(live)} mayManage={mayManage} />
      </Stack>
    </OfficeFrame>
  );
}

function Phones({ every, mayManage }: { every: number | false; mayManage: boolean }) {
  const t = useMessages(fleetMessages);
  const query = trpc.device.list.useQuery(undefined, { refetchInterval: every });
  return (
    <Read query={query} words={t}>
      {(fleet) => <Fleet fleet={fleet} mayManage={mayManage} />}
    </Read>
  );
}

type Opened = Output<'device.list'>;

function Fleet({ fleet: { held, heldMore, restore, ...fleet }, mayManage }: { fleet: Opened; mayManage: boolean }) {
  const t = useMessages(fleetMessages);
  return (
    <Stack gap={6}>
      {restore !== null && <RestoreNotice restore={restore} />}
      {held.length === 0 ? (
        <AllPhones {...fleet} mayManage={mayManage} />
      ) : (
        <>
          <HeldWork works={held} more={heldMore} />
          <Section title={t.phonesTitle}>
            <AllPhones {...fleet} mayManage={mayManage} />
          </Section>
        </>
      )}
    </Stack>
  );
}

function AllPhones({ phones, alarmHours, mayManage }: Pick<Opened, 'phones' | 'alarmHours'> & { mayManage: boolean }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  if (phones.length === 0)
    return (
      <EmptyState icon="phone" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  const alarming = phones.filter(({ standing }) => isAlarm(standing));
  const isLost = ({ standing }: (typeof phones)[number]) => standing === 'lost';
  return (
    <Stack gap={5}>
      <Text isSoft>{t.lead(format.duration(alarmHours * 60))}</Text>
      {alarming.length > 0 && (
        <Notice tone="watch" title={t.alarm(alarming.length)}>
          {[alarming.every(isLost) ? '' : t.alarmText, alarming.some(isLost) ? t.lostText : ''].filter(Boolean).join(' ')}
        </Notice>
      )}
      <FleetTable phones={phones} mayManage={mayManage} />
    </Stack>
  );
}
