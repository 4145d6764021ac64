import { LIMITS } from '@heliograph/domain';
import { openPhotoTransport } from '@heliograph/offline';
import type { Rescue } from '@heliograph/offline/rescue';
import type { PhotoTransport, UploadResult } from '@heliograph/sync';
import { mutate } from '../../../platform/rpc.ts';

export interface HandedIn {
  readonly applied: number;
  readonly known: number;
  /** Held or rejected: kept, with their reasons. */
  readonly aside: number;
  readonly photos: number;
}

/** Records first, in their order and under their author's name; then the photos that they name. Done again it goes on where it stopped. */
export async function handInFile({ head, operations, photo }: Rescue): Promise<HandedIn> {
  const counts = { applied: 0, known: 0, aside: 0, photos: 0 };
  for (let at = 0; at < operations.length; at += LIMITS.batchOperations / 2) {
    const batch = operations.slice(at, at + LIMITS.batchOperations / 2);
    const { applied, known, held, rejected } = await mutate('device.handIn', { author: head.user, operations: batch });
    counts.applied += applied;
    counts.known += known;
    counts.aside += held + rejected;
  }
  const transport = openPhotoTransport();
  for (const { sha } of head.photos) if (await send(transport, sha, await photo(sha))) counts.photos += 1;
  return counts;
}

const SLICE_BYTES = 1_048_576;

/** True once the server has every byte; false where no record names the photo. */
async function send(transport: PhotoTransport, sha: Parameters<PhotoTransport['offset']>[0], bytes: Uint8Array): Promise<boolean> {
  let result: UploadResult = await transport.offset(sha);
  // A server that keeps answering an offset without ever storing is no reason to loop for ever.
  for (let turns = Math.ceil(bytes.byteLength / SLICE_BYTES) * 2 + 4; turns > 0; turns--) {
    if (result.kind === 'not_named' || result.kind === 'refused') return false;
    if (result.kind !== 'at') throw new Error(`photo not sent: ${result.kind}`);
    if (result.stored) return true;
    const { at } = result;
    result = await transport.send(sha, { at, total: bytes.byteLength, bytes: bytes.slice(at, at + SLICE_BYTES).buffer });
  }
  return false;
}
