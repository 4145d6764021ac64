'use client';

import { photoHashSchema } from '@heliograph/domain';
import { readPhoto } from '@heliograph/offline';
import { useEffect, useState } from 'react';
import { fieldState } from './field.ts';
import { photoPath } from './file-paths.ts';

/** What is looked for on this phone, in this order, before the network is asked. */
type Lookup = () => Promise<Blob | null>;

/** Address of a kept file: from this phone while it is here, else the server's. Undefined while it is being looked for. */
export const useFileUrl = (path: string): string | undefined => useBlobUrl(path, path, () => keptBlob(path));

/** Address of a tip's photo: the bytes that were taken here, what is kept at hand, else the server's. */
export function useTipPhotoUrl(sha: string, { isSmall = false } = {}): string | undefined {
  const path = photoPath(sha, isSmall ? 'thumbnail' : 'picture');
  return useBlobUrl(`${sha} ${isSmall}`, path, async () => {
    const state = fieldState.get();
    const own = state.kind === 'open' ? await readPhoto(state.field.view.outbox, photoHashSchema.parse(sha)) : null;
    const found = own ?? (await keptBlob(path));
    // Without a network a small picture says more than none.
    return found ?? (isSmall || navigator.onLine ? null : keptBlob(photoPath(sha, 'thumbnail')));
  });
}

/** From the memory of whoever is signed in; the office and its previews have none. */
async function keptBlob(path: string): Promise<Blob | null> {
  const state = fieldState.get();
  return state.kind === 'open' ? state.field.files.get(path).catch(() => null) : null;
}

/** Address of what `lookUp` finds on this phone, else `otherwise`; looked for anew when `key` changes. */
export function useBlobUrl(key: string, otherwise: string, lookUp: Lookup): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void lookUp().then((blob) => {
      if (isGone) return;
      made = blob === null ? null : URL.createObjectURL(blob);
      setUrl(made ?? otherwise);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
    // The look-up is made of the key.
  }, [key]);
  return url;
}
