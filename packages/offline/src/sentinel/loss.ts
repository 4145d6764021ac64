import { deviceIdSchema } from '@heliograph/domain';
import type { OutboxMeta } from '@heliograph/sync';
import * as z from 'zod/mini';

/** What a second storage remembers of an outbox, so that its disappearance is noticed and counted (H3). */
export const sentinelSchema = z.object({
  born: z.int(),
  dev: deviceIdSchema,
  /** Highest counter given out, and the highest acknowledged, when this was written. */
  highest: z.int(),
  acked: z.int(),
  /** Photos that were waiting. */
  photos: z.int(),
});
export type SentinelRecord = z.infer<typeof sentinelSchema>;

export const sentinelOf = ({ born, dev, next, acked }: OutboxMeta, photos: number): SentinelRecord => ({
  ...{ born, dev, highest: next - 1, acked: acked.i, photos },
});

/** Unsent work that was here and is not any more: the person and the supervisor are told the count. */
export interface Lost {
  readonly kind: 'lost';
  readonly operations: number;
  readonly photos: number;
}

/** What a start finds. `fresh`: nobody worked here. */
export type Finding = { readonly kind: 'fresh' | 'intact' } | Lost;

/**
 * Compares what the sentinel remembers with what is there, before the engine makes a new outbox.
 * The sentinel may lag behind the outbox, never run ahead of it.
 */
export function lookForLoss(remembered: SentinelRecord | null, found: OutboxMeta | undefined): Finding {
  if (remembered === null) return { kind: found === undefined ? 'fresh' : 'intact' };
  const { highest, acked, photos, dev, born } = remembered;
  if (found === undefined || found.born !== born) {
    // Cleared with everything sent: nothing is missing anywhere.
    if (highest - acked + photos === 0) return { kind: found === undefined ? 'fresh' : 'intact' };
    return { kind: 'lost', operations: highest - acked, photos };
  }
  // The same outbox, shortened: a flash that lost its last writes. After a new identity counters start again and say nothing.
  const missing = found.dev === dev ? highest - Math.max(found.next - 1, acked) : 0;
  return missing > 0 ? { kind: 'lost', operations: missing, photos: 0 } : { kind: 'intact' };
}
