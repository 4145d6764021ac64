import { type ByteSource, type Rescue, readRescue } from '@heliograph/sync/rescue';
import { webHasher } from '../platform/web.ts';

/** Reads and checks a file that somebody chose. @throws DamagedRescue with the place */
export const openRescue = (file: Blob): Promise<Rescue> => readRescue(sourceOf(file), webHasher);

const sourceOf = (file: Blob): ByteSource => ({
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  text: (from, to) => file.slice(from, to).text(),
});
