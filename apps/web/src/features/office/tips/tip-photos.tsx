'use client';

import { MOST_TIP_PHOTOS, tipPhotoSchema } from '@heliograph/domain';
import { FieldGroup, FileButton, IconButton, Notice, Stack, Thumbnail, Thumbnails } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { photoPath } from '../../../platform/file-paths.ts';
import { useMessages } from '../../../platform/messages.ts';
import { type UploadProblem, upload } from '../shared/upload.ts';
import { officeTipMessages } from './messages.ts';
import type { TipDraft } from './tip-draft.ts';

type Photos = TipDraft['photos'];

interface TipPhotosProps {
  /** The tip's id, of a new one too. */
  readonly id: string;
  readonly photos: Photos;
  readonly isSending: boolean;
  onSending(isSending: boolean): void;
  /** Said of what the form holds then: a photo may arrive long after it was chosen. */
  onChange(change: (photos: Photos) => Photos): void;
}

/** The pictures of a tip. One that should not be shown is taken out of this version, and stays in the one before. */
export function TipPhotos({ id, photos, isSending, onSending, onChange }: TipPhotosProps) {
  const t = useMessages(officeTipMessages);
  const shown = useOwnPictures();
  const [problem, setProblem] = useState<UploadProblem | 'many' | null>(null);
  const take = async (files: readonly File[]) => {
    const room = MOST_TIP_PHOTOS - photos.length;
    setProblem(files.length > room ? 'many' : null);
    onSending(true);
    for (const file of files.slice(0, room)) {
      const answer = await upload(`/api/tips/${encodeURIComponent(id)}/photos`, file, tipPhotoSchema);
      if (typeof answer === 'string') setProblem(answer);
      else {
        shown.add(answer.sha, file);
        onChange((now) => (now.some(({ sha }) => sha === answer.sha) ? now : [...now, answer]));
      }
    }
    onSending(false);
  };
  return (
    <FieldGroup role="group" label={t.photos} hint={t.photosHint}>
      <Stack gap={3}>
        {photos.length > 0 && (
          <Thumbnails>
            {photos.map(({ sha }, n) => (
              <Stack key={sha} gap={1}>
                <Thumbnail src={shown.urlOf(sha) ?? photoPath(sha, 'thumbnail')} alt={t.photo(n + 1)} href={shown.urlOf(sha) ?? photoPath(sha)} />
                <IconButton
                  icon="trash"
                  label={t.removePhoto(n + 1)}
                  isLabelHidden
                  onClick={() => onChange((now) => now.filter((one) => one.sha !== sha))}
                />
              </Stack>
            ))}
          </Thumbnails>
        )}
        {photos.length < MOST_TIP_PHOTOS && (
          <FileButton
            label={isSending ? t.sendingPhoto : t.addPhoto}
            icon="photo"
            kind="quiet"
            accept="image/jpeg,image/png,image/webp"
            isMultiple
            disabled={isSending}
            onFiles={(files) => void take(files)}
          />
        )}
        {problem !== null && (
          <Notice tone="watch" isLive>
            {t[`photo_${problem}`]}
          </Notice>
        )}
      </Stack>
    </FieldGroup>
  );
}

/** A picture just chosen is shown from this page's memory: the server shows it once a version names it. */
function useOwnPictures() {
  const [urls] = useState(() => new Map<string, string>());
  useEffect(
    () => () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
    [urls],
  );
  return { urlOf: (sha: string) => urls.get(sha), add: (sha: string, file: File) => urls.set(sha, URL.createObjectURL(file)) };
}
