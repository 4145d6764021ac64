/** Why a photo is refused. The phone shows a sentence for each. */
export type PhotoRefusal = 'not_a_photo' | 'metadata' | 'too_many_pixels' | 'damaged' | 'hash_differs';

export type JpegReading =
  | { readonly kind: 'photo'; readonly width: number; readonly height: number }
  | { readonly kind: 'refused'; readonly reason: PhotoRefusal };

/** Most pixels that are ever decoded. */
export const MAX_PIXELS = 60_000_000;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** EXIF and XMP, Photoshop and IPTC: place, time, device. Our encoder writes neither, so such a file is not what the phone hashed. */
const METADATA = [0xe1, 0xed];
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const refused = (reason: PhotoRefusal): JpegReading => ({ kind: 'refused', reason });

/**
 * Reads a JPEG's markers from first to last byte without decoding anything: format, size, metadata, and that nothing follows the picture.
 * Runs before any image library sees the bytes.
 */
export function readJpeg(bytes: Uint8Array): JpegReading {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return refused('not_a_photo');
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined) return refused('damaged');
    if (marker === EOI) return size === null || at + 2 !== bytes.length ? refused('damaged') : { kind: 'photo', ...size };
    if (METADATA.includes(marker)) return refused('metadata');
    if (isFrame(marker)) size = { height: word(bytes, at + 5), width: word(bytes, at + 7) };
    if (size !== null && size.width * size.height > MAX_PIXELS) return refused('too_many_pixels');
    if (size !== null && size.width * size.height === 0) return refused('damaged');
    at = standsAlone(marker) ? at + 2 : at + 2 + Math.max(2, word(bytes, at + 2));
    if (marker === SOS) at = nextMarker(bytes, at);
    // Some encoders fill up with FF before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
  }
  return refused('damaged');
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The next marker after compressed data: there, FF is followed by 00 or by a restart mark. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && (bytes[at + 1] === 0x00 || bytes[at + 1] === 0xff || (bytes[at + 1] ?? 0) >> 3 === 0xd0 >> 3)) at = bytes.indexOf(0xff, at + 1);
  return at === -1 ? bytes.length : at;
}
