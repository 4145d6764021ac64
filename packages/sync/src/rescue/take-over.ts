import type { Envelope, OperationId, PhotoHash } from '@heliograph/domain';
import { rehomeUnacknowledged } from '../phone/identity.ts';
import type { OutboxTx, PhotoRecord, Random } from '../phone/ports.ts';

/** One photo of the file as an outbox keeps it. */
export interface RescuedPhoto {
  readonly record: PhotoRecord;
  readonly slices: readonly ArrayBuffer[];
}

/** What a file brought to an outbox that it did not hold already. */
export interface TakenOver {
  readonly operations: number;
  readonly photos: number;
}

/**
 * Queues what the file holds and this outbox does not, with the same ids and in the same order: taking the same file over twice changes nothing, and
 * what the server has already is recognised there. They go under a new identity: a file may come from a copy of this very phone, where the same
 * operation had the same number, and a restored server that holds the copy's would be taken for one that holds ours.
 */
export async function takeOver(tx: OutboxTx, operations: readonly Envelope[], random: Random): Promise<readonly OperationId[]> {
  const meta = await tx.meta();
  if (meta === undefined) throw new Error('outbox without identity');
  const known = await knownIds(tx);
  const missing = operations.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return [];
  const moved = await rehomeUnacknowledged(tx, meta, random);
  for (const [at, operation] of missing.entries()) await tx.putOp({ ...operation, i: moved.next + at });
  await tx.putMeta({ ...moved, next: moved.next + missing.length });
  return missing.map(({ id }) => id);
}

async function knownIds(tx: OutboxTx): Promise<ReadonlySet<OperationId>> {
  const [ops, past, asides] = [await tx.opsFrom(1, Number.MAX_SAFE_INTEGER), await tx.past(), await tx.asides()];
  return new Set([...ops, ...past, ...asides.map(({ operation }) => operation)].map(({ id }) => id));
}

/** Puts one photo back where this outbox lacks its bytes and the server was not known to have them. Answers whether it did. */
export async function takeOverPhoto(tx: OutboxTx, { record, slices }: RescuedPhoto): Promise<boolean> {
  const held = await tx.photo(record.sha);
  if (held?.state === 'stored' || (held?.state === 'waiting' && (await hasBytes(tx, record.sha)))) return false;
  for (const [n, bytes] of slices.entries()) await tx.putSlice(record.sha, n, bytes);
  await tx.putPhoto(record);
  return true;
}

const hasBytes = async (tx: OutboxTx, sha: PhotoHash): Promise<boolean> => (await tx.slice(sha, 0)) !== undefined;
