import type { Hasher } from '@heliograph/sync';
import { webHasher } from '../platform/web.ts';
import { isBlank } from './blank.ts';
import { canvasDarkroom, type Darkroom } from './darkroom.ts';
import { neutralise } from './exif.ts';
import { readHeader } from './header.ts';
import { stripMetadata } from './jpeg.ts';
import { PhotoRefusal } from './refusal.ts';
import { slicesOf } from './slices.ts';

/** Evidence as the darkroom hands it out. Hashes are plain text in here: a worker has no use for what reads them. */
export interface DevelopedPhoto {
  /** Hash of the evidence itself. */
  readonly sha: string;
  /** Hash of the camera's file before it was shrunk. */
  readonly original: string;
  readonly size: number;
  readonly mime: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly slices: readonly ArrayBuffer[];
  /** A small JPEG for the screen. */
  readonly thumbnail: ArrayBuffer;
}

interface Tools {
  readonly darkroom?: Darkroom;
  readonly hasher?: Hasher;
  /** Longest side of the evidence, px: the organisation's setting. */
  readonly longSide: number;
}

/**
 * From the bytes of a camera's file to evidence: looked at, hashed, shrunk, turned upright, freed of metadata, looked at again, hashed, cut.
 * @param bytes are used up: the mark of orientation inside is overwritten
 * @throws PhotoRefusal
 */
export async function preparePhoto(bytes: ArrayBuffer, { longSide, darkroom = canvasDarkroom, hasher = webHasher }: Tools): Promise<DevelopedPhoto> {
  const file = new Uint8Array(bytes);
  const { mime, width, height, mark } = readHeader(file);
  const original = await hasher.sha256(file);
  if (mark !== null) neutralise(file, mark);
  const print = await darkroom.develop({ bytes: file, mime, stored: { width, height }, orientation: mark?.orientation ?? 1 }, longSide);
  const jpeg = stripMetadata(print.jpeg);
  if (jpeg === null) throw new PhotoRefusal('undecodable');
  if (isBlank(await darkroom.sample(jpeg))) throw new PhotoRefusal('blank');
  const sha = await hasher.sha256(jpeg);
  const { width: wide, height: high, thumbnail } = print;
  return { sha, original, size: jpeg.byteLength, mime: 'image/jpeg', width: wide, height: high, slices: slicesOf(jpeg), thumbnail };
}
