'use client';

import type { AnalysisSummary } from '@heliograph/domain/vision';
import { Button, Code, Facts, Section, Sheet, Stack, Thumbnail, Thumbnails } from '@heliograph/ui';
import { useState } from 'react';
import { photoPath } from '../../../platform/file-paths.ts';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { AnalysisMark } from '../../vision/analysis-state.tsx';
import { officeMessages } from '../messages.ts';
import { PhotoAnalysis, useExecutionAnalyses } from '../vision/photo-analysis.tsx';
import { useAddressName } from './address-name.ts';
import type { OpenedExecution, OpenedPhoto } from './types.ts';

interface PhotoWallProps {
  readonly opened: OpenedExecution;
  readonly timeZone: string | undefined;
}

/** All photos, large on demand, each with its hash, time, place, and the untouched evidence to take along. */
export function PhotoWall({ opened, timeZone }: PhotoWallProps) {
  const t = useMessages(officeMessages);
  const nameOf = useAddressName(opened);
  const [openId, setOpenId] = useState<string | null>(null);
  const analyses = useExecutionAnalyses(opened.execution.id);
  const photos = opened.photos.filter(({ removed }) => removed === null);
  const open = photos.find(({ id }) => id === openId) ?? null;
  const caption = ({ address, caption: own }: OpenedPhoto) => own ?? nameOf(address) ?? '';
  if (photos.length === 0) return null;
  return (
    <Section title={t.photosTitle}>
      <Thumbnails>
        {photos.map((photo) => (
          <Thumbnail
            key={photo.id}
            src={photo.file.state === 'stored' ? photoPath(photo.sha, 'thumbnail') : undefined}
            alt={photo.file.state === 'stored' ? caption(photo) : photo.file.refusal === null ? t.waiting : t.refusedPhoto}
            caption={<Caption text={caption(photo)} analysis={analyses.get(photo.sha)} />}
            onClick={() => setOpenId(photo.id)}
          />
        ))}
      </Thumbnails>
      <Sheet title={open === null ? '' : caption(open)} isOpen={open !== null} onClose={() => setOpenId(null)} closeLabel={t.close} side="end">
        {open !== null && (
          <PhotoDetail photo={open} run={opened.execution} analysis={analyses.get(open.sha)} name={opened.names[open.by] ?? ''} timeZone={timeZone} />
        )}
      </Sheet>
    </Section>
  );
}

/** What it shows, and where its analysis stands. */
function Caption({ text, analysis }: { text: string; analysis: AnalysisSummary | undefined }) {
  return (
    <>
      {text}
      {analysis !== undefined && <AnalysisMark analysis={analysis} />}
    </>
  );
}

interface PhotoDetailProps {
  readonly photo: OpenedPhoto;
  readonly run: OpenedExecution['execution'];
  readonly analysis: AnalysisSummary | undefined;
  readonly name: string;
  readonly timeZone: string | undefined;
}

function PhotoDetail({ photo, run, analysis, name, timeZone }: PhotoDetailProps) {
  const t = useMessages(officeMessages);
  const format = useFormat();
  const { place } = photo;
  return (
    <Stack gap={4}>
      <PhotoAnalysis photo={photo} run={run} analysis={analysis} />
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
        <Button kind="quiet" icon="download" href={photoPath(photo.sha, 'evidence')}>
          {t.original}
        </Button>
      )}
    </Stack>
  );
}
