'use client';

import type { PhotoHash } from '@heliograph/domain';
import type { LocalView } from '@heliograph/offline';
import { useEffect, useState } from 'react';
import { useField } from '../../../platform/field-context.tsx';

/** Address of a photo: from this phone while it has the bytes, else the server's small picture. Undefined while it is being looked for. */
export function usePhotoUrl(sha: PhotoHash): string | undefined {
  const { view } = useField();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void photoBytes(view, sha).then((blob) => {
      if (isGone) return;
      made = blob === null ? null : URL.createObjectURL(blob);
      setUrl(made ?? `/api/photos/${sha}?as=thumbnail`);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [view, sha]);
  return url;
}

/** Bytes of a photo of this phone; null once they were freed, or where it is a colleague's. */
async function photoBytes({ outbox }: LocalView, sha: PhotoHash): Promise<Blob | null> {
  const slices = await outbox.read(async (tx) => {
    const photo = await tx.photo(sha);
    return photo === undefined ? [] : Promise.all(Array.from({ length: photo.slices }, (_, n) => tx.slice(sha, n)));
  });
  const held = slices.flatMap((slice) => slice ?? []);
  return held.length === 0 || held.length < slices.length ? null : new Blob(held, { type: 'image/jpeg' });
}
