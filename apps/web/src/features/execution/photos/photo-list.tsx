'use client';

import type { PhotoEvidence } from '@heliograph/domain';
import { Button, Cluster, Sheet, Stack, Text, Thumbnail, Thumbnails } from '@heliograph/ui';
import { lazy, Suspense, useState } from 'react';
import { useIsOwnPhone, useStepField } from '../../../platform/field-context.tsx';
import { useMessages } from '../../../platform/messages.ts';
import { useReadable } from '../../../platform/readable.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useRecording } from '../use-recording.ts';
import { MarkedPhoto } from './marked-photo.tsx';
import { photoMessages } from './messages.ts';
import { PhotoMarking } from './photo-marking.tsx';
import { usePhotoUrl } from './use-photo-url.ts';

/** Seldom pressed, and it brings the line of analyses with it. */
const AnalyseButton = lazy(() => import('../../vision/analyse-button.tsx'));

interface PhotoListProps {
  readonly execution: OpenExecution;
  readonly photos: readonly PhotoEvidence[];
  readonly isLocked: boolean;
  readonly mayMark?: boolean;
}

/** Photos of one place, each with where it is. Opened, one can be marked or hidden. */
export function PhotoList({ execution, photos, isLocked, mayMark = false }: PhotoListProps) {
  const t = useMessages(photoMessages);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = photos.find(({ id }) => id === openId) ?? null;
  if (photos.length === 0) return null;
  return (
    <>
      <Thumbnails>
        {photos.map((photo, n) => (
          <PhotoThumbnail key={photo.id} photo={photo} number={n + 1} onOpen={() => setOpenId(photo.id)} />
        ))}
      </Thumbnails>
      <Sheet title={t.photo} isOpen={open !== null} onClose={() => setOpenId(null)} closeLabel={t.close}>
        {open !== null && <PhotoDetail execution={execution} photo={open} isLocked={isLocked || !mayMark} onGone={() => setOpenId(null)} />}
      </Sheet>
    </>
  );
}

function PhotoThumbnail({ photo, number, onOpen }: { photo: PhotoEvidence; number: number; onOpen(): void }) {
  const t = useMessages(photoMessages);
  const src = usePhotoUrl(photo.p.sha, { isSmall: true });
  const held = useReadable(useStepField().view.photos)?.find(({ sha }) => sha === photo.p.sha);
  const isHere = held !== undefined && held.state !== 'stored';
  return (
    <Thumbnail
      src={src}
      alt={t.photoAlt(number)}
      onClick={onOpen}
      mark={isHere ? 'here' : 'sent'}
      markLabel={isHere ? t.photoHere : t.photoSent}
      caption={photo.p.caption}
    />
  );
}

function PhotoDetail({ execution, photo, isLocked, onGone }: { execution: OpenExecution; photo: PhotoEvidence; isLocked: boolean; onGone(): void }) {
  const t = useMessages(photoMessages);
  const { record } = useRecording();
  const isOwn = useIsOwnPhone();
  const [mode, setMode] = useState<'look' | 'mark' | 'remove'>('look');
  const remove = async () => {
    if (await record([{ draft: { k: 'photo.remove', x: execution.x, p: { photo: photo.id } } }])) onGone();
  };
  if (mode === 'mark') return <PhotoMarking execution={execution} photo={photo} onDone={() => setMode('look')} />;
  return (
    <Stack gap={4}>
      <MarkedPhoto photo={photo} marks={photo.marks} />
      {isOwn && mode === 'look' && (
        <Suspense fallback={null}>
          <AnalyseButton photo={photo.p} about={aboutOf(execution, photo)} back={location.pathname} />
        </Suspense>
      )}
      {!isLocked && mode === 'look' && (
        <Cluster gap={2}>
          <Button kind="action" icon="pencil" onClick={() => setMode('mark')}>
            {t.mark}
          </Button>
          <Button kind="quiet" icon="trash" onClick={() => setMode('remove')}>
            {t.removePhoto}
          </Button>
        </Cluster>
      )}
      {mode === 'remove' && (
        <Stack gap={2}>
          <Text>
            <strong>{t.removeTitle}</strong> {t.removeText}
          </Text>
          <Button kind="action" tone="stop" isWide onClick={() => void remove()}>
            {t.removePhoto}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

/** What the photo is of: the equipment of its own place, where the step is repeated for several. */
function aboutOf({ x, asset, site, assessment }: OpenExecution, { s }: PhotoEvidence) {
  const place = assessment.places.find(({ address }) => address === s);
  const of = place?.item?.asset?.asset.id ?? asset?.asset.id;
  return {
    execution: x,
    ...(s === null ? {} : { step: s }),
    ...(of === undefined ? {} : { asset: of }),
    ...(site === null ? {} : { site: site.id }),
  };
}
