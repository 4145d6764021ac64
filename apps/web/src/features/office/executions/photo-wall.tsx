'use client';

import { Button, Code, Facts, Section, Sheet, Stack, Thumbnail, Thumbnails } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';
import { EvidencePhoto } from './evidence-photo.tsx';
import type { OpenedExecution, OpenedPhoto } from './types.ts';

interface PhotoWallProps {
  readonly opened: OpenedExecution;
  readonly timeZone: string | undefined;
}

/** All photos, large on demand, each with its hash, time, place, and the untouched evidence to take along. */
export function PhotoWall({ opened, timeZone }: PhotoWallProps) {
  const t = useMessages(officeMessages);
  const say = useLocalized();
  const [openId, setOpenId] = useState<string | null>(null);
  const photos = opened.photos.filter(({ removed }) => removed === null);
  const open = photos.find(({ id }) => id === openId) ?? null;
  const caption = ({ address, caption: own }: OpenedPhoto) => {
    const step = opened.procedure?.steps.find(({ id }) => id === address?.split('/')[0]);
    return own ?? (step === undefined ? '' : say(step.title));
  };
  if (photos.length === 0) return null;
  return (
    <Section title={t.photosTitle}>
      <Thumbnails>
        {photos.map((photo) => (
          <Thumbnail
            key={photo.id}
            src={photo.file.state === 'stored' ? `/api/photos/${photo.sha}?as=thumbnail` : undefined}
            alt={photo.file.state === 'stored' ? caption(photo) : photo.file.refusal === null ? t.waiting : t.refusedPhoto}
            caption={caption(photo)}
            onClick={() => setOpenId(photo.id)}
          />
        ))}
      </Thumbnails>
      <Sheet title={open === null ? '' : caption(open)} isOpen={open !== null} onClose={() => setOpenId(null)} closeLabel={t.close} side="end">
        {open !== null && <PhotoDetail photo={open} name={opened.names[open.by] ?? ''} timeZone={timeZone} />}
      </Sheet>
    </Section>
  );
}

function PhotoDetail({ photo, name, timeZone }: { photo: OpenedPhoto; name: string; timeZone: string | undefined }) {
  const t = useMessages(officeMessages);
  const format = useFormat();
  const { place } = photo;
  return (
    <Stack gap={4}>
      <EvidencePhoto photo={photo} />
      <Facts
        items={[
          { label: t.who, value: name },
          { label: t.when, value: format.moment(photo.at, timeZone) },
          ...(place?.policy === 'distance' ? [{ label: t.site, value: t.distance(format.reading(String(place.metres), 'm')) }] : []),
          ...(place?.policy === 'exact' ? [{ label: t.site, value: `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}` }] : []),
        ]}
      />
      <Code>{photo.sha}</Code>
      {photo.file.state === 'stored' && (
        <Button kind="quiet" icon="download" href={`/api/photos/${photo.sha}?as=evidence`}>
          {t.original}
        </Button>
      )}
    </Stack>
  );
}
