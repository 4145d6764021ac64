import { rehomeUnacknowledged } from './identity.ts';
import type { OutboxTx, Random } from './ports.ts';

/**
 * Deletes what was not sent, because its author said so in so many words (H19): records the server never acknowledged, photos that wait, what was
 * typed. What the server has stays, against a server that forgets; and the outbox takes a new identity, so that no number is ever used twice.
 */
export async function abandonUnsent(tx: OutboxTx, random: Random): Promise<void> {
  const meta = await tx.meta();
  if (meta === undefined) return;
  for (const { i } of await tx.opsFrom(meta.acked.i + 1, Number.MAX_SAFE_INTEGER)) await tx.deleteOp(i);
  for (const photo of await tx.photos())
    if (photo.state !== 'stored') {
      await tx.deleteSlices(photo.sha);
      await tx.putPhoto({ ...photo, state: 'aside' });
    }
  for (const { x, s } of await tx.drafts()) await tx.deleteDraft(x, s);
  await rehomeUnacknowledged(tx, meta, random);
}
