import { SENT_KEPT_MS, SENT_PHOTOS_KEPT_MS } from '@heliograph/domain';
import type { OutboxMeta, OutboxTx } from './ports.ts';

const DAY_MS = 86_400_000;

/**
 * Notes that everything up to `i` is acknowledged, by the server's clock: a phone's own clock may jump by years and must not make it forget.
 * One note a day, dated at the day's end, so nothing is forgotten early.
 */
export function withMilestone(meta: OutboxMeta, i: number, serverNow: number): OutboxMeta['milestones'] {
  const at = (Math.floor(serverNow / DAY_MS) + 1) * DAY_MS;
  return [...meta.milestones.filter((milestone) => milestone.at < at), { i, at }];
}

/**
 * Frees what nobody can need any more: operations acknowledged before the horizon (from the oldest on, so that counters keep no holes inside)
 * and bytes of photos stored long ago. What was not verified as acknowledged is never touched. The last acknowledged one stays: it proves who we are.
 * @param serverNow the server's clock as an answer told it, ms
 */
export async function prune(tx: OutboxTx, serverNow: number): Promise<void> {
  const meta = await tx.meta();
  if (meta === undefined) return;
  const expired = meta.milestones.filter(({ at }) => serverNow - at > SENT_KEPT_MS);
  const horizon = Math.min(expired.at(-1)?.i ?? 0, meta.acked.i - 1);
  for (const { i } of horizon > 0 ? await tx.opsFrom(1, horizon) : []) if (i <= horizon) await tx.deleteOp(i);
  const isPastOver = meta.pastUntil !== null && serverNow > meta.pastUntil;
  if (isPastOver) await tx.clearPast();
  await tx.putMeta({ ...meta, milestones: meta.milestones.filter((one) => !expired.includes(one)), pastUntil: isPastOver ? null : meta.pastUntil });
  await freePhotos(tx, (storedAt) => serverNow - storedAt > SENT_PHOTOS_KEPT_MS);
}

/** Frees the bytes of photos the server has confirmed; their records stay, so that the phone still knows they are delivered. */
export async function freePhotos(tx: OutboxTx, isOver: (storedAt: number) => boolean): Promise<void> {
  for (const { sha, state, at } of await tx.photos()) if (state === 'stored' && isOver(at)) await tx.deleteSlices(sha);
}
