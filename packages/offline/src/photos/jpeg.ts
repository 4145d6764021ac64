import { byte, joined, text, word } from './bytes.ts';
import { findOrientation, type OrientationMark } from './exif.ts';
import type { PictureHeader } from './header.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
/** EXIF and XMP, Photoshop and IPTC: place, time, device. The server refuses evidence that carries them. */
const METADATA = new Set([APP1, 0xed]);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

interface Segment {
  readonly marker: number;
  /** From its FF to the first byte of the next segment; compressed data belongs to the scan before it. */
  readonly at: number;
  readonly end: number;
}

/** Walks a JPEG from marker to marker without decoding. Ends with the end mark, or early where the file is cut or broken. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  while (at < bytes.length) {
    while (byte(bytes, at) === 0xff && byte(bytes, at + 1) === 0xff) at += 1;
    const marker = byte(bytes, at + 1);
    if (byte(bytes, at) !== 0xff || marker === 0) return;
    const length = marker === EOI || isAlone(marker) ? 0 : word(bytes, at + 2);
    if (length === 1 || (length === 0 && marker !== EOI && !isAlone(marker))) return;
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    yield { marker, at, end };
    if (marker === EOI) return;
    at = end;
  }
}

/** In compressed data FF is followed by 00 or by a restart mark; any other FF begins the next segment. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0x00 && next !== 0xff && !isAlone(next)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** Size, orientation and wholeness of a JPEG; null where it is none. */
export function readJpeg(bytes: Uint8Array): PictureHeader | null {
  if (byte(bytes, 0) !== 0xff || byte(bytes, 1) !== SOI || byte(bytes, 2) !== 0xff) return null;
  let [width, height, isWhole] = [0, 0, false];
  let mark: OrientationMark | null = null;
  for (const { marker, at, end } of segments(bytes)) {
    if (isFrame(marker) && width === 0) [height, width] = [word(bytes, at + 5), word(bytes, at + 7)];
    if (marker === APP1 && text(bytes, at + 4, 6) === 'Exif\0\0') mark ??= findOrientation(bytes, at + 10, end);
    isWhole = marker === EOI;
  }
  return { mime: 'image/jpeg', width, height, mark, isWhole };
}

/** The same picture without metadata, and without whatever follows its end. Some encoders add EXIF by themselves. Null where it is no whole JPEG. */
export function stripMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept = [bytes.subarray(0, 2)];
  let isWhole = false;
  for (const { marker, at, end } of segments(bytes)) {
    if (!METADATA.has(marker)) kept.push(bytes.subarray(at, end));
    isWhole = marker === EOI;
  }
  return isWhole ? joined(kept) : null;
}
