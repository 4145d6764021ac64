'use client';

import type { AssessedPlace, Place } from '@heliograph/domain';
import { useRef } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { currentPlace } from '../../../platform/place.ts';
import { useReadable } from '../../../platform/readable.ts';
import { headsSeen } from '../record-step.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useRecording } from '../use-recording.ts';
import { PhotoButtons } from './photo-buttons.tsx';
import { usePhotoTaking } from './use-photo-taking.ts';

interface PhotoCaptureProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly isLocked: boolean;
  readonly isWide?: boolean;
  /** Runs before the camera takes the screen: the page may not survive it. */
  onOpen?(): void;
}

/** Takes photos for one place. Read, shrunk, turned upright, hashed and on the disk before the next one; several in a row. */
export function PhotoCapture({ execution, place, isLocked, ...rest }: PhotoCaptureProps) {
  const [organisation] = useReadable(useStepField().view.refs('organisation')) ?? [];
  const recording = useRecording();
  const where = useRef<Promise<Place | null>>(Promise.resolve(null));
  const taking = usePhotoTaking(async ({ payload, photo }) => {
    const found = await where.current;
    // A photo that a refused step asked for answers it; at any other step it stands beside the answer.
    const b = place.step.kind === 'photo' ? headsSeen(place) : [];
    const p = { ...payload, ...(found === null ? {} : { place: found }) };
    await recording.record([{ draft: { k: 'photo', x: execution.x, s: place.address, b, p }, photo }]);
  });
  const take: typeof taking.take = (files) => {
    // Looked for while the pictures are made ready, once for all of them.
    where.current = currentPlace(organisation?.placePolicy ?? 'off', execution.site);
    return taking.take(files);
  };
  return <PhotoButtons {...rest} taking={{ ...taking, take }} isLocked={isLocked} problem={recording.problem} />;
}
