import { byte, longLe, text, wordLe } from './bytes.ts';
import { findOrientation } from './exif.ts';
import type { PictureHeader } from './header.ts';

const triple = (bytes: Uint8Array, at: number) => wordLe(bytes, at) | (byte(bytes, at + 2) << 16);

/** Size, orientation and wholeness of a WebP; null where it is none. */
export function readWebp(bytes: Uint8Array): PictureHeader | null {
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return null;
  const [width, height] = sizeOf(bytes);
  return { mime: 'image/webp', width, height, mark: findExif(bytes), isWhole: bytes.length >= 8 + longLe(bytes, 4) };
}

/** The first chunk says how the picture is coded, and each coding writes its size differently. */
function sizeOf(bytes: Uint8Array): [number, number] {
  const body = 20;
  switch (text(bytes, 12, 4)) {
    case 'VP8 ':
      return [wordLe(bytes, body + 6) & 0x3fff, wordLe(bytes, body + 8) & 0x3fff];
    case 'VP8L':
      return [(longLe(bytes, body + 1) & 0x3fff) + 1, ((longLe(bytes, body + 1) >>> 14) & 0x3fff) + 1];
    case 'VP8X':
      return [triple(bytes, body + 4) + 1, triple(bytes, body + 7) + 1];
    default:
      return [0, 0];
  }
}

function findExif(bytes: Uint8Array) {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = longLe(bytes, at + 4);
    if (text(bytes, at, 4) === 'EXIF') {
      // Some encoders carry the JPEG's own heading along.
      const start = at + 8 + (text(bytes, at + 8, 6) === 'Exif\0\0' ? 6 : 0);
      return findOrientation(bytes, start, Math.min(at + 8 + length, bytes.length));
    }
    at += 8 + length + (length % 2);
  }
  return null;
}
