'use client';

import type { PhotoHash } from '@heliograph/domain';
import { useStepField } from '../../../platform/field-context.tsx';
import { photoPath } from '../../../platform/file-paths.ts';
import { smallPhoto } from '../../../platform/small-photos.ts';
import { useBlobUrl } from '../../../platform/use-file-url.ts';

/**
 * Address of a photo: from this phone while it has the bytes, else the server's picture. Undefined while it is being looked for.
 * @param isSmall for a list, where whole photos would fill the memory
 * @param isWhole the server's picture is wanted whole as well, where this phone has not got it
 */
export function usePhotoUrl(sha: PhotoHash, { isSmall = false, isWhole = false } = {}): string | undefined {
  const { photoBytes } = useStepField();
  const whole = () => photoBytes(sha);
  return useBlobUrl(`${sha} ${isSmall} ${isWhole}`, photoPath(sha, isWhole ? 'picture' : 'thumbnail'), () =>
    isSmall ? smallPhoto(sha, whole) : whole(),
  );
}
