'use client';

import type { Envelope } from '@heliograph/domain';
import type { PhotoRecord } from '@heliograph/sync';
import { Button, Card, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { pathTo } from '../../platform/router.ts';
import { AsideFacts } from '../sync/aside-facts.tsx';
import { attentionMessages } from './messages.ts';

/** Photos whose bytes went bad on this phone before they were sent (H10): which they were, and the way back to the step. */
export function DamagedPhotos() {
  const t = useMessages(attentionMessages);
  const damaged = useLocalView((view) => view.photos)?.filter(({ state }) => state === 'damaged') ?? [];
  const records = useRecordsOf(damaged);
  if (damaged.length === 0) return null;
  return (
    <Section title={t.damaged} aside={damaged.length}>
      <Text isSoft>{t.damagedText}</Text>
      {damaged.map((photo) => (
        <DamagedPhoto key={photo.sha} photo={photo} record={records.get(photo.sha)} />
      ))}
    </Section>
  );
}

function DamagedPhoto({ photo, record }: { photo: PhotoRecord; record: Envelope | undefined }) {
  const t = useMessages(attentionMessages);
  const format = useFormat();
  const { view } = useField();
  // Its bytes are worth nothing any more: nobody can lose them, and the record of the photo stays where it is.
  const putAway = () => void view.outbox.write((tx) => tx.putPhoto({ ...photo, state: 'aside' }));
  return (
    <Card title={<StateMark mark="attention" label={t.photoOf(format.moment(photo.at))} />}>
      <Stack gap={4}>
        {record !== undefined && <AsideFacts operation={record} />}
        {record?.s !== undefined && (
          <Button kind="action" icon="camera" isWide href={pathTo('/app/executions/:id/steps/:address', { id: record.x, address: record.s })}>
            {t.retake}
          </Button>
        )}
        <Button kind="quiet" isWide onClick={putAway}>
          {t.discard}
        </Button>
      </Stack>
    </Card>
  );
}

/** The records that named these photos, by hash: what this phone wrote lies here as long as they do. */
function useRecordsOf(photos: readonly PhotoRecord[]): ReadonlyMap<string, Envelope> {
  const { view } = useField();
  const [records, setRecords] = useState<ReadonlyMap<string, Envelope>>(new Map());
  const wanted = photos.map(({ sha }) => sha).join(' ');
  useEffect(() => {
    if (wanted === '') return;
    let isGone = false;
    const read = view.outbox.read((tx) => Promise.all([tx.past(), tx.opsFrom(1, Number.MAX_SAFE_INTEGER)]));
    void read.then((own) => isGone || setRecords(new Map(own.flat().flatMap((one) => (one.k === 'photo' ? [[String(one.p['sha']), one]] : [])))));
    return () => {
      isGone = true;
    };
  }, [view, wanted]);
  return records;
}
