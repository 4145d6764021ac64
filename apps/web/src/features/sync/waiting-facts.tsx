'use client';

import { Facts, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import type { SyncStatus } from '../../platform/sync-status.ts';
import { syncMessages } from './messages.ts';

/** Counts that are true: from the disk, not from hope. */
export function WaitingFacts({ status: { unsent, wholeAt } }: { status: SyncStatus }) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const now = useNow();
  const { operations, photos, bytes } = unsent;
  return (
    <Stack gap={2}>
      <Facts
        items={[
          { label: t.records, value: operations === 0 ? t.none : format.number(operations) },
          { label: t.photos, value: photos === 0 ? t.noPhoto : t.photosValue(photos, format.bytes(bytes)) },
          { label: t.received, value: wholeAt === null ? t.never : `${format.ago(wholeAt, now)} (${format.moment(wholeAt)})` },
        ]}
      />
      {operations > 0 && photos > 0 && (
        <Text kind="small" isSoft>
          {t.order}
        </Text>
      )}
    </Stack>
  );
}
