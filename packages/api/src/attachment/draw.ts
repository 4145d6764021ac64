import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import { imageProcess } from '../photo/decode.ts';

export interface Drawn {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Our own picture of one that came from outside: upright, without metadata, small enough for a phone. @throws AppError UNSUPPORTED `damaged`, UNAVAILABLE */
export type DrawPicture = (given: Uint8Array) => Promise<Drawn>;

/** Longest side, px: sharp on every phone, and a procedure with twenty of them stays a few megabytes. */
const SIDE = 1600;
const PIXELS = 60_000_000;
const AT_ONCE = 2;
const madeSchema = z.object({ width: z.int(), height: z.int() });

/** Draws in processes of their own, as photos are decoded; never more than a few at once. */
export function createPictureDrawer(): DrawPicture {
  let running = 0;
  return async (given) => {
    if (running >= AT_ONCE) refuse('UNAVAILABLE', { retryAfter: 2 });
    running++;
    const folder = await mkdtemp(join(tmpdir(), 'heliograph-picture-'));
    try {
      const [source, picture] = [join(folder, 'given'), join(folder, 'picture.jpg')];
      await writeFile(source, given);
      const ending = await imageProcess('picture-worker.ts', [source, picture, String(SIDE), String(PIXELS)]);
      if (ending.kind === 'failed') refuse('UNAVAILABLE', { retryAfter: 30 });
      if (ending.kind !== 'said') refuse('UNSUPPORTED', { reason: 'damaged' });
      return { ...madeSchema.parse(JSON.parse(ending.text)), bytes: await readFile(picture) };
    } finally {
      running--;
      await rm(folder, { recursive: true });
    }
  };
}
