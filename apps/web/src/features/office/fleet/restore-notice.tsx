import { SENT_KEPT_MS, SENT_PHOTOS_KEPT_MS } from '@heliograph/domain';
import { Notice, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { fleetMessages } from './messages.ts';

const DAY_MS = 86_400_000;

type Restore = NonNullable<Output<'device.list'>['restore']>;

/** The server was put back to an older copy: how far, what phones have brought since, and whose are still awaited. */
export function RestoreNotice({ restore: { at, lastRecordAt, back, away } }: { restore: Restore }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  return (
    <Notice tone={away.length > 0 ? 'watch' : 'info'} title={t.restoreTitle(format.moment(at))}>
      <Stack gap={2}>
        <Text>
          {lastRecordAt === null ? t.restoreEmpty : t.restoreKept(format.moment(lastRecordAt))}{' '}
          {t.restorePhones(SENT_KEPT_MS / DAY_MS, SENT_PHOTOS_KEPT_MS / DAY_MS)}
        </Text>
        <Text>{back.records === 0 ? t.restoreNothing : t.restoreBack(t.records(back.records), t.ofPeople(back.people))}</Text>
        <Text>{away.length === 0 ? t.restoreAll : t.restoreAway(format.list(away))}</Text>
        <Text isSoft>{t.restoreOffice}</Text>
      </Stack>
    </Notice>
  );
}
