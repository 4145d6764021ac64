'use client';

import type { PhotoRecord } from '@heliograph/sync';
import { List, ListRow, Section, Text } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from './messages.ts';
import styles from './photo-queue.module.css';

const SHOWN = 12;

/** Each photo with its own bytes: "sent" is never said of a picture that is half there. */
export function PhotoQueue() {
  const t = useMessages(syncMessages);
  const photos = useLocalView((view) => view.photos) ?? [];
  const waiting = photos.filter(({ state }) => state === 'waiting').sort((a, b) => a.size - b.size);
  return (
    <>
      {waiting.length > 0 && (
        <Section title={t.photos} aside={waiting.length}>
          <List>
            {waiting.slice(0, SHOWN).map((photo) => (
              <PhotoRow key={photo.sha} photo={photo} />
            ))}
          </List>
          {waiting.length > SHOWN && <Text isSoft>{t.morePhotos(waiting.length - SHOWN)}</Text>}
        </Section>
      )}
    </>
  );
}

function PhotoRow({ photo: { at, sent, size } }: { photo: PhotoRecord }) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const label = t.photoProgress(format.bytes(sent), format.bytes(size));
  return (
    <ListRow
      title={t.photoAt(format.moment(at))}
      detail={
        <>
          {label}
          <progress className={styles.bar} max={size} value={sent} aria-label={label} />
        </>
      }
    />
  );
}
