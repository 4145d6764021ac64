import { long, longLe, text, word, wordLe } from './bytes.ts';

const ORIENTATION = 0x0112;
const SHORT = 3;
/** More entries than any camera writes in its first directory. */
const MAX_ENTRIES = 512;

/** How the sensor was held: 1 upright … 8, as EXIF numbers them, and where the two bytes that say so lie. */
export interface OrientationMark {
  readonly orientation: number;
  /** Position of the value's two bytes. */
  readonly at: number;
  readonly isLittleEndian: boolean;
}

/**
 * Finds the orientation in the first directory of a TIFF block.
 * @param start first byte of the TIFF header; every offset inside counts from it
 * @param end first byte after the block: nothing is read beyond
 */
export function findOrientation(bytes: Uint8Array, start: number, end: number): OrientationMark | null {
  const order = text(bytes, start, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const isLittleEndian = order === 'II';
  const short = (at: number) => (isLittleEndian ? wordLe(bytes, at) : word(bytes, at));
  const directory = start + (isLittleEndian ? longLe(bytes, start + 4) : long(bytes, start + 4));
  const entries = Math.min(directory + 2 <= end ? short(directory) : 0, MAX_ENTRIES);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > end) return null;
    if (short(at) !== ORIENTATION) continue;
    const orientation = short(at + 8);
    return short(at + 2) === SHORT && orientation >= 1 && orientation <= 8 ? { orientation, at: at + 8, isLittleEndian } : null;
  }
  return null;
}

/** Makes a file say that it is upright, in place. Browsers disagree about turning and resizing at once, so turning is done by our own hand. */
export function neutralise(bytes: Uint8Array, { at, isLittleEndian }: OrientationMark): void {
  bytes[at] = isLittleEndian ? 1 : 0;
  bytes[at + 1] = isLittleEndian ? 0 : 1;
}
