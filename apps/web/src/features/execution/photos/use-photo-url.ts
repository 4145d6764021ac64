'use client';

import type { PhotoHash } from '@heliograph/domain';
import { useEffect, useState } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { smallPhoto } from '../../../platform/small-photos.ts';

/**
 * Address of a photo: from this phone while it has the bytes, else the server's picture. Undefined while it is being looked for.
 * @param isSmall for a list, where whole photos would fill the memory
 * @param isWhole the server's picture is wanted whole as well, where this phone has not got it
 */
export function usePhotoUrl(sha: PhotoHash, { isSmall = false, isWhole = false } = {}): string | undefined {
  const { photoBytes } = useStepField();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const whole = () => photoBytes(sha);
    void (isSmall ? smallPhoto(sha, whole) : whole()).then((blob) => {
      if (isGone) return;
      made = blob === null ? null : URL.createObjectURL(blob);
      setUrl(made ?? `/api/photos/${sha}${isWhole ? '' : '?as=thumbnail'}`);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photoBytes, sha, isSmall, isWhole]);
  return url;
}
