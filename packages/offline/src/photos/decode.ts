import { PhotoRefusal } from './refusal.ts';
import { eighthsFor, resizeFor, type Size } from './upright.ts';

/** A decoded picture. It is let go of by hand: the memory comes back then and not at the next collection. */
export interface Picture extends Size {
  readonly pixels: CanvasImageSource;
  close(): void;
}

interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  /** As stored, before turning. */
  readonly stored: Size;
}

/**
 * Decodes a picture no smaller than asked for, and not much larger.
 * @throws PhotoRefusal
 */
export async function decode(encoded: Encoded, longSide: number): Promise<Picture> {
  return (await decodeInEighths(encoded, longSide)) ?? decodeWhole(encoded, longSide);
}

/** Chromium decodes a JPEG straight to 1/8, 2/8, … of its size: twelve megapixels never lie in memory. Null where that is not to be had. */
async function decodeInEighths({ bytes, mime, stored }: Encoded, longSide: number): Promise<Picture | null> {
  const desired = eighthsFor(stored, longSide);
  if (mime !== 'image/jpeg' || desired === null || typeof ImageDecoder === 'undefined') return null;
  const decoder = new ImageDecoder({ type: mime, data: bytes, desiredWidth: desired.width, desiredHeight: desired.height });
  try {
    const { image } = await decoder.decode();
    // A frame that was drawn keeps its pixels until the worker's next collection, closed or not: thirty photos were half a gigabyte.
    const bitmap = await createImageBitmap(image).finally(() => image.close());
    // The size is a wish: a decoder may have its own idea of it.
    if (Math.max(bitmap.width, bitmap.height) >= longSide) return pictureOf(bitmap);
    bitmap.close();
    return null;
  } catch {
    // What this one cannot read the other one judges.
    return null;
  } finally {
    decoder.close();
  }
}

/** Decodes all of it and makes it smaller in one step: the full picture never becomes a canvas. */
async function decodeWhole({ bytes, mime, stored }: Encoded, longSide: number): Promise<Picture> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }), { resizeQuality: 'medium', ...resizeFor(stored, longSide) });
    return pictureOf(bitmap);
  } catch (error) {
    throw new PhotoRefusal('undecodable', error);
  }
}

const pictureOf = (bitmap: ImageBitmap): Picture => ({
  pixels: bitmap,
  width: bitmap.width,
  height: bitmap.height,
  close: () => bitmap.close(),
});
