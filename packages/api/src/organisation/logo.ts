import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '@heliograph/domain';
import { imageProcess } from '../photo/decode.ts';

/** Our own small picture of a logo, from a data address to a data address. @throws AppError INVALID `logo`, UNAVAILABLE */
export type DrawLogo = (given: string) => Promise<string>;

const SIDE = 512;
const PIXELS = 25_000_000;

/** Decodes a logo in a process of its own, as photos are: what is stored and shown was drawn by us. */
export const createLogoDrawer = (): DrawLogo => async (given) => {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-logo-'));
  try {
    const file = join(folder, 'logo');
    await writeFile(file, Buffer.from(given.slice(given.indexOf(',') + 1), 'base64'));
    const ending = await imageProcess('logo-worker.ts', [file, String(SIDE), String(PIXELS)]);
    if (ending.kind === 'failed') refuse('UNAVAILABLE', { retryAfter: 30 });
    return ending.kind === 'said' ? `data:image/png;base64,${ending.text}` : refuse('INVALID', { reason: 'logo' });
  } finally {
    await rm(folder, { recursive: true });
  }
};
