import { LIMITS, type PhotoHash } from '@heliograph/domain';
import { openPhotoTransport } from '@heliograph/offline';
import type { Rescue } from '@heliograph/offline/rescue';
import type { PhotoTransport, UploadResult } from '@heliograph/sync';
import { mutate } from '../../../platform/rpc.ts';

export interface HandedIn {
  readonly applied: number;
  readonly photos: number;
  /** What the office had before. */
  readonly known: { readonly records: number; readonly photos: number };
  /** Photos that it did not take: no record here names them, or they are none. */
  readonly notTaken: number;
  /** Held or rejected: kept, with their reasons. */
  readonly aside: number;
}

/** How far it is: records and photos alike, one by one. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Records first, in their order and under their author's name; then the photos that they name. Done again it goes on where it stopped. */
export async function handInFile({ head, operations, photo }: Rescue, onProgress: (progress: Progress) => void): Promise<HandedIn> {
  const counts = { applied: 0, photos: 0, known: { records: 0, photos: 0 }, notTaken: 0, aside: 0 };
  const total = operations.length + head.photos.length;
  for (let at = 0; at < operations.length; at += LIMITS.batchOperations / 2) {
    const batch = operations.slice(at, at + LIMITS.batchOperations / 2);
    const { applied, known, held, rejected } = await mutate('device.handIn', { author: head.user, operations: batch });
    counts.applied += applied;
    counts.known.records += known;
    counts.aside += held + rejected;
    onProgress({ done: at + batch.length, total });
  }
  const transport = openPhotoTransport();
  for (const [at, { sha }] of head.photos.entries()) {
    const became = await send(transport, sha, await photo(sha));
    if (became === 'sent') counts.photos += 1;
    if (became === 'known') counts.known.photos += 1;
    if (became === 'unwanted') counts.notTaken += 1;
    onProgress({ done: operations.length + at + 1, total });
  }
  return counts;
}

const SLICE_BYTES = 1_048_576;

/** `sent` and `known` once the server has every byte, now or before; `unwanted` where no record names the photo. */
async function send(transport: PhotoTransport, sha: PhotoHash, bytes: Uint8Array): Promise<'sent' | 'known' | 'unwanted'> {
  let isNew = false;
  let result: UploadResult = await transport.offset(sha);
  // A server that keeps answering an offset without ever storing is no reason to loop for ever.
  for (let turns = Math.ceil(bytes.byteLength / SLICE_BYTES) * 2 + 4; turns > 0; turns--) {
    if (result.kind === 'not_named' || result.kind === 'refused') return 'unwanted';
    if (result.kind !== 'at') throw new Error(`photo not sent: ${result.kind}`);
    if (result.stored) return isNew ? 'sent' : 'known';
    const { at } = result;
    isNew = true;
    result = await transport.send(sha, { at, total: bytes.byteLength, bytes: bytes.slice(at, at + SLICE_BYTES).buffer });
  }
  return 'unwanted';
}
