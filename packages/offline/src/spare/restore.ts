import type { Envelope, OperationId, PhotoHash } from '@heliograph/domain';
import type { OutboxStore } from '@heliograph/sync';
import { takeOver, takeOverPhoto } from '@heliograph/sync/rescue';
import { slicesOf } from '../photos/slices.ts';
import { webClock, webHasher } from '../platform/web.ts';
import type { Lost, SentinelRecord } from '../sentinel/loss.ts';
import type { Spare } from './spare.ts';

interface Restoring {
  /** It has an identity again. */
  readonly outbox: OutboxStore;
  readonly spare: Spare;
  /** What was noted of the outbox that is gone, and what of it is missing. */
  readonly remembered: SentinelRecord;
  readonly lost: Lost;
}

/** How much of what was missing came back. */
export interface Restored {
  readonly ops: number;
  readonly photos: number;
}

/**
 * Queues again what the spare holds of an outbox that is gone, with the same ids: whatever of it the server has already is recognised there. Done
 * again after a phone was switched off in the middle of it, it brings the same and tells the same.
 */
export async function restore({ outbox, spare, remembered, lost }: Restoring): Promise<Restored> {
  const { photos } = await spare.list();
  let back = 0;
  // Bytes before the records that name them, as with a rescue file.
  for (const sha of photos) if (await restorePhoto({ outbox, spare }, sha)) back += 1;
  const operations = (await recordsIn(spare)).filter(
    ({ dev, operation }) => dev !== remembered.dev || operation.i > remembered.highest - lost.operations,
  );
  await outbox.write((tx) =>
    takeOver(
      tx,
      operations.map(({ operation }) => operation),
    ),
  );
  return { ops: operations.length, photos: Math.min(back, lost.photos) };
}

interface SpareRecord {
  readonly dev: string;
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

/** Whether the outbox holds it now. */
async function restorePhoto({ outbox, spare }: Pick<Restoring, 'outbox' | 'spare'>, sha: PhotoHash): Promise<boolean> {
  const bytes = await spare.photo(sha);
  if (bytes === null) return false;
  const whole = new Uint8Array(await bytes.arrayBuffer());
  if ((await webHasher.sha256(whole)) !== sha) return false;
  const slices = slicesOf(whole);
  const record = { sha, size: whole.length, mime: bytes.type, slices: slices.length, sent: 0, state: 'waiting', at: webClock.now() } as const;
  await outbox.write((tx) => takeOverPhoto(tx, { record, slices }));
  return true;
}
