import type { PhotoHash } from '@heliograph/domain';

/** Longest side of the picture in a list, px: two of them across a phone, sharp. */
const SIDE = 320;

/** Small pictures of this visit. A list of whole photos, each decoded, is what kills a page on a phone with little memory. */
const held = new Map<PhotoHash, Blob>();

/** Keeps the small picture that was made when the photo was taken. */
export const keepSmall = (sha: PhotoHash, jpeg: ArrayBuffer): void => void held.set(sha, new Blob([jpeg], { type: 'image/jpeg' }));

/** A small picture of a photo; the whole one is decoded once and let go of. Null where there is no photo to begin with. */
export async function smallPhoto(sha: PhotoHash, whole: () => Promise<Blob | null>): Promise<Blob | null> {
  const known = held.get(sha);
  if (known !== undefined) return known;
  const photo = await whole();
  if (photo === null) return null;
  const small = await shrink(photo);
  if (small !== null) held.set(sha, small);
  return small ?? photo;
}

/** Null where the browser cannot. */
async function shrink(photo: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(photo, { resizeWidth: SIDE, resizeQuality: 'medium' });
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7));
  } catch {
    return null;
  }
}
