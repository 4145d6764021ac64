import { readFile } from 'node:fs/promises';

/** What an image process ends with when the image is at fault. Any other end says nothing about the image. */
export const UNREADABLE = 65;

/** Reads one file and lets `draw` make something of it; what `draw` throws is the image's fault. That a disk is full or a file gone is not. */
export async function oneImage<T>(path: string, draw: (given: Buffer) => Promise<T>): Promise<T> {
  const given = await readFile(path);
  try {
    return await draw(given);
  } catch (error) {
    process.stderr.write(error instanceof Error ? error.message : 'unreadable');
    process.exit(UNREADABLE);
  }
}
