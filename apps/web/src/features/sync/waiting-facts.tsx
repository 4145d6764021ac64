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
  return (
    <Stack gap={2}>
      <Facts
        items={[
          { label: t.records, value: unsent === undefined ? '…' : unsent.operations === 0 ? t.none : format.number(unsent.operations) },
          {
            label: t.photos,
            value: unsent === undefined ? '…' : unsent.photos === 0 ? t.noPhoto : t.photosValue(unsent.photos, format.bytes(unsent.bytes)),
          },
          { label: t.received, value: wholeAt === null ? t.never : `${format.ago(wholeAt, now)} (${format.moment(wholeAt)})` },
        ]}
      />
      {unsent !== undefined && unsent.operations > 0 && unsent.photos > 0 && (
        <Text kind="small" isSoft>
          {t.order}
        </Text>
      )}
    </Stack>
  );
}
