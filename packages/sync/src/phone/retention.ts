import type { OutboxMeta, OutboxTx } from './ports.ts';

const DAY_MS = 86_400_000;
/** How long acknowledged work stays on the phone against a server restored from a backup (sync.md 3.13), ms. */
export const RETENTION_MS = 14 * DAY_MS;
/** Photo bytes stay this long after the server confirmed them, unless space is short, ms. */
export const PHOTO_RETENTION_MS = 7 * DAY_MS;

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
  const expired = meta.milestones.filter(({ at }) => serverNow - at > RETENTION_MS);
  const horizon = Math.min(expired.at(-1)?.i ?? 0, meta.acked.i - 1);
  for (const { i } of horizon > 0 ? await tx.opsFrom(1, horizon) : []) if (i <= horizon) await tx.deleteOp(i);
  const isPastOver = meta.pastUntil !== null && serverNow > meta.pastUntil;
  if (isPastOver) await tx.clearPast();
  await tx.putMeta({ ...meta, milestones: meta.milestones.filter((one) => !expired.includes(one)), pastUntil: isPastOver ? null : meta.pastUntil });
  await freePhotos(tx, (storedAt) => serverNow - storedAt > PHOTO_RETENTION_MS);
}

/** Frees the bytes of photos the server has confirmed; their records stay, so that the phone still knows they are delivered. */
export async function freePhotos(tx: OutboxTx, isOver: (storedAt: number) => boolean): Promise<void> {
  for (const { sha, state, at } of await tx.photos()) if (state === 'stored' && isOver(at)) await tx.deleteSlices(sha);
}
