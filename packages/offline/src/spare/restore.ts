import type { DeviceId, Envelope, OperationId, PhotoHash } from '@heliograph/domain';
import type { OutboxStore } from '@heliograph/sync';
import { takeOver, takeOverPhoto } from '@heliograph/sync/rescue';
import { slicesOf } from '../photos/slices.ts';
import { webClock, webHasher, webRandom } from '../platform/web.ts';
import type { Spare } from './spare.ts';

interface Restoring {
  /** It has an identity. */
  readonly outbox: OutboxStore;
  readonly spare: Spare;
  /** Up to where nothing is missing of the outbox that was noted; null: nothing was noted. */
  readonly after: { readonly dev: DeviceId; readonly i: number } | null;
}

export interface Count {
  readonly ops: number;
  readonly photos: number;
}

export interface Restored {
  /** What the outbox holds now of what was looked for. */
  readonly back: Count;
  /** What of it it did not hold before. */
  readonly fresh: Count;
  /** False where this phone had no room for all of it: the spare keeps the rest. */
  readonly isWhole: boolean;
}

/**
 * Queues again what the spare holds of an outbox that is gone, with the same ids: whatever of it the server has already is recognised there. Done
 * again after a phone was switched off in the middle of it, it brings the same. Never throws for want of room: a loss keeps nobody from working.
 */
export async function restore({ outbox, spare, after }: Restoring): Promise<Restored> {
  const list = await spare.list();
  const operations = (await recordsIn(spare))
    .filter(({ dev, operation }) => dev !== after?.dev || operation.i > after.i)
    .map(({ operation }) => operation);
  const queued = await quietly(() => outbox.write((tx) => takeOver(tx, operations, webRandom)));
  const photos = [];
  for (const sha of list.photos) photos.push(await quietly(() => restorePhoto({ outbox, spare }, sha)));
  const held = photos.filter((one) => one === 'put' || one === 'held');
  return {
    back: { ops: queued === null ? 0 : operations.length, photos: held.length },
    fresh: { ops: queued?.length ?? 0, photos: photos.filter((one) => one === 'put').length },
    isWhole: queued !== null && photos.every((one) => one !== null),
  };
}

/** Null where the disk refused. */
async function quietly<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch {
    return null;
  }
}

interface SpareRecord {
  readonly dev: DeviceId;
  readonly operation: Envelope;
}

/** Everything, in the order in which it was recorded, each once. */
async function recordsIn(spare: Spare): Promise<readonly SpareRecord[]> {
  const { pieces } = await spare.list();
  const all = new Map<OperationId, SpareRecord>();
  for (const piece of pieces.toSorted((a, b) => a.from - b.from))
    for (const operation of (await spare.records(piece)) ?? []) all.set(operation.id, { dev: piece.dev, operation });
  return [...all.values()];
}

/** `damaged`: its bytes are not what its name says, and never will be. */
async function restorePhoto({ outbox, spare }: Pick<Restoring, 'outbox' | 'spare'>, sha: PhotoHash): Promise<'put' | 'held' | 'damaged'> {
  const bytes = await spare.photo(sha);
  const whole = new Uint8Array((await bytes?.arrayBuffer()) ?? []);
  if (bytes === null || (await webHasher.sha256(whole)) !== sha) return 'damaged';
  const slices = slicesOf(whole);
  const record = { sha, size: whole.length, mime: bytes.type, slices: slices.length, sent: 0, state: 'waiting', at: webClock.now() } as const;
  return (await outbox.write((tx) => takeOverPhoto(tx, { record, slices }))) ? 'put' : 'held';
}
