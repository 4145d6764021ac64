import { text } from './bytes.ts';
import type { OrientationMark } from './exif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { PhotoRefusal } from './refusal.ts';
import { readWebp } from './webp.ts';

/** What a picture says of itself in its first bytes, before anything decodes it. */
export interface PictureHeader {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  /** As stored, before turning. */
  readonly width: number;
  readonly height: number;
  readonly mark: OrientationMark | null;
  /** Whether the file reaches its own end. */
  readonly isWhole: boolean;
}

/** Most pixels that are decoded: more than any phone camera makes in one shot, less than a bomb. */
const MAX_PIXELS = 60_000_000;

/**
 * Reads the header and refuses what must not be decoded: a 48-megapixel photo never makes a full-size canvas, and a bomb never opens.
 * The name and the declared type of a file are not believed.
 * @throws PhotoRefusal
 */
export function readHeader(bytes: Uint8Array): PictureHeader {
  const header = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  if (header === null) throw new PhotoRefusal(kindOf(bytes));
  const { width, height, isWhole } = header;
  if (width * height > MAX_PIXELS) throw new PhotoRefusal('too_large');
  if (!isWhole) throw new PhotoRefusal('truncated');
  if (width * height === 0) throw new PhotoRefusal('undecodable');
  return header;
}

/** Pictures of a kind we do not take, told apart from what is no picture at all, so that the message can say what to do. */
function kindOf(bytes: Uint8Array): 'svg' | 'format' | 'not_an_image' {
  if (/<svg[\s>]/i.test(text(bytes, 0, 4096))) return 'svg';
  const start = text(bytes, 0, 4);
  const isContainer = text(bytes, 4, 4) === 'ftyp' && /heic|heix|hevc|heim|heis|mif1|msf1|avif|avis/.test(text(bytes, 8, 24));
  return isContainer || start === 'GIF8' || start === 'II*\0' || start === 'MM\0*' || start.startsWith('BM') ? 'format' : 'not_an_image';
}
