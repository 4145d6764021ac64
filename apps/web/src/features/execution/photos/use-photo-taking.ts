'use client';

import { type Payload, type PhotoHash, photoHashSchema } from '@heliograph/domain';
import { PhotoRefusal } from '@heliograph/offline';
import type { Entry } from '@heliograph/sync';
import { useState } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { useMessages } from '../../../platform/messages.ts';
import { photoLab } from '../../../platform/photos.ts';
import { useReadable } from '../../../platform/readable.ts';
import { keepSmall } from '../../../platform/small-photos.ts';
import { photoMessages } from './messages.ts';

/** A photo made ready: what an operation says of it, and its bytes for the same transaction. */
export interface TakenPhoto {
  readonly sha: PhotoHash;
  readonly payload: Omit<Payload<'photo'>, 'place'>;
  readonly photo: NonNullable<Entry['photo']>;
}

export interface PhotoTaking {
  readonly isPreparing: boolean;
  /** Why some were not taken in, in words. */
  readonly refusals: readonly string[];
  take(files: readonly File[]): Promise<void>;
}

const DEFAULT_SIDE = 2048;

/** Makes photos ready one after the other: read, shrunk, turned upright, hashed. `keep` puts each on the disk before the next one. */
export function usePhotoTaking(keep: (photo: TakenPhoto) => Promise<unknown>): PhotoTaking {
  const t = useMessages(photoMessages);
  const [organisation] = useReadable(useStepField().view.refs('organisation')) ?? [];
  const [isPreparing, setPreparing] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]) => {
    setRefusals([]);
    setPreparing(true);
    // Every file is read at once, before anything else is awaited: a picked file may become unreadable at any moment (H11).
    const jobs = files.map((file) => photoLab().prepare(file, organisation?.photoSide ?? DEFAULT_SIDE));
    for (const [at, job] of jobs.entries()) {
      try {
        const { slices, thumbnail, ...prepared } = await job;
        const sha = photoHashSchema.parse(prepared.sha);
        keepSmall(prepared.sha, thumbnail);
        const { size, mime } = prepared;
        const record = { sha, size, mime, slices: slices.length, sent: 0, state: 'waiting' as const, at: Date.now() };
        await keep({ sha, payload: { ...prepared, sha, taken: files[at]?.lastModified || Date.now() }, photo: { record, slices } });
      } catch (error) {
        const words = error instanceof PhotoRefusal ? wordsFor(error.problem, t) : t.problemUnreadable;
        // Of several, the one that was refused is named; one alone is the one just taken.
        const said = files.length === 1 ? words : t.ofFile(files[at]?.name ?? '', words);
        setRefusals((before) => [...before, said]);
      }
    }
    setPreparing(false);
  };
  return { isPreparing, refusals, take };
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
