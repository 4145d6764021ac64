'use client';

import { type AssessedPlace, photoHashSchema } from '@heliograph/domain';
import { PhotoRefusal } from '@heliograph/offline';
import { Cluster, FileButton, Notice, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { useMessages } from '../../../platform/messages.ts';
import { photoLab } from '../../../platform/photos.ts';
import { currentPlace } from '../../../platform/place.ts';
import { useReadable } from '../../../platform/readable.ts';
import { keepSmall } from '../../../platform/small-photos.ts';
import { headsSeen } from '../record-step.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useRecording } from '../use-recording.ts';
import { photoMessages } from './messages.ts';

interface PhotoCaptureProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly isLocked: boolean;
  readonly isWide?: boolean;
  /** Runs before the camera takes the screen: the page may not survive it. */
  onOpen?(): void;
}

const DEFAULT_SIDE = 2048;

/** Takes photos for one place. Read, shrunk, turned upright, hashed and on the disk before the next one; several in a row. */
export function PhotoCapture({ execution, place, isLocked, isWide = false, onOpen }: PhotoCaptureProps) {
  const t = useMessages(photoMessages);
  const field = useStepField();
  const [organisation] = useReadable(field.view.refs('organisation')) ?? [];
  const recording = useRecording();
  const [isPreparing, setPreparing] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]) => {
    setRefusals([]);
    setPreparing(true);
    // Every file is read at once, before anything else is awaited: a picked file may become unreadable at any moment (H11).
    const jobs = files.map((file) => photoLab().prepare(file, organisation?.photoSide ?? DEFAULT_SIDE));
    const where = currentPlace(organisation?.placePolicy ?? 'off', execution.site);
    // A photo that a refused step asked for answers it; at any other step it stands beside the answer.
    const b = place.step.kind === 'photo' ? headsSeen(place) : [];
    for (const [at, job] of jobs.entries()) {
      try {
        const { slices, thumbnail, ...photo } = await job;
        const found = await where;
        const p = {
          ...photo,
          sha: photoHashSchema.parse(photo.sha),
          taken: files[at]?.lastModified || Date.now(),
          ...(found === null ? {} : { place: found }),
        };
        keepSmall(photo.sha, thumbnail);
        const record = {
          sha: photo.sha,
          size: photo.size,
          mime: photo.mime,
          slices: slices.length,
          sent: 0,
          state: 'waiting' as const,
          at: Date.now(),
        };
        await recording.record([{ draft: { k: 'photo', x: execution.x, s: place.address, b, p }, photo: { record, slices } }]);
      } catch (error) {
        const words = error instanceof PhotoRefusal ? wordsFor(error.problem, t) : t.problemUnreadable;
        // Of several, the one that was refused is named; one alone is the one just taken.
        const said = files.length === 1 ? words : t.ofFile(files[at]?.name ?? '', words);
        setRefusals((before) => [...before, said]);
      }
    }
    setPreparing(false);
  };
  const shared = { accept: 'image/*', disabled: isLocked || isPreparing, onFiles: (files: readonly File[]) => void take(files), onOpen };
  return (
    <Stack gap={2}>
      <Cluster gap={2}>
        <FileButton {...shared} label={t.takePhoto} icon="camera" capture="environment" isWide={isWide} />
        <FileButton {...shared} label={t.chooseFile} icon="photo" kind="quiet" isMultiple />
      </Cluster>
      {isPreparing && <Text isSoft>{t.preparing}</Text>}
      {[...refusals, ...(recording.problem === null ? [] : [recording.problem])].map((said) => (
        <Notice key={said} tone="stop" isLive>
          {said}
        </Notice>
      ))}
    </Stack>
  );
}

type Words = Pick<
  (typeof photoMessages)['fr'],
  'problemNotImage' | 'problemFormat' | 'problemTooLarge' | 'problemTruncated' | 'problemBlank' | 'problemUnreadable'
>;

function wordsFor(problem: PhotoRefusal['problem'], t: Readonly<Record<keyof Words, string>>): string {
  switch (problem) {
    case 'not_an_image':
      return t.problemNotImage;
    case 'svg':
    case 'format':
      return t.problemFormat;
    case 'too_large':
      return t.problemTooLarge;
    case 'truncated':
    case 'undecodable':
      return t.problemTruncated;
    case 'blank':
      return t.problemBlank;
    case 'unreadable':
      return t.problemUnreadable;
  }
}
