import { byte, long, text } from './bytes.ts';
import type { PictureHeader } from './header.ts';

/** Size and wholeness of a PNG; null where it is none. No camera writes an orientation into one. */
export function readPng(bytes: Uint8Array): PictureHeader | null {
  if (byte(bytes, 0) !== 0x89 || text(bytes, 1, 7) !== 'PNG\r\n\x1a\n') return null;
  const isPlain = text(bytes, 12, 4) === 'IHDR';
  return { mime: 'image/png', width: isPlain ? long(bytes, 16) : 0, height: isPlain ? long(bytes, 20) : 0, mark: null, isWhole: hasEnd(bytes) };
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + long(bytes, at)) if (text(bytes, at + 4, 4) === 'IEND') return true;
  return false;
}
