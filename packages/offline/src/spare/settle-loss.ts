import { ensureIdentity, type OutboxStore } from '@heliograph/sync';
import { webClock, webRandom } from '../platform/web.ts';
import { noteOutbox } from '../sentinel/keep.ts';
import { type Finding, lookForLoss, type SentinelRecord } from '../sentinel/loss.ts';
import type { Losses } from '../sentinel/losses.ts';
import type { Sentinel } from '../sentinel/sentinel.ts';
import { type Restored, restore } from './restore.ts';
import type { Spare } from './spare.ts';

interface Stores {
  readonly outbox: OutboxStore;
  readonly sentinel: Sentinel;
  readonly losses: Losses;
  readonly spare: Spare;
}

/**
 * Looks for work that was here and is gone, brings back what the spare holds of it, and notes what nobody can bring back. Before the engine begins.
 * @returns whether the spare may follow the outbox now; false where it still holds what this phone had no room for
 */
export async function settleLoss({ outbox, sentinel, losses, spare }: Stores): Promise<boolean> {
  const [remembered, held, list] = await Promise.all([
    sentinel.read(),
    outbox.read(async (tx) => ({ meta: await tx.meta(), photos: new Set((await tx.photos()).map(({ sha }) => sha)) })),
    spare.list(),
  ]);
  const found = lookForLoss(remembered, held.meta);
  const isOrphaned = list.pieces.some(({ dev }) => dev !== held.meta?.dev) || list.photos.some((sha) => !held.photos.has(sha));
  if (found.kind !== 'lost' && !isOrphaned) return true;
  await outbox.write((tx) => ensureIdentity(tx, { clock: webClock, random: webRandom }));
  const missing = found.kind === 'lost' ? found.operations : 0;
  const after = remembered === null ? null : { dev: remembered.dev, i: remembered.highest - missing };
  const restored = await restore({ outbox, spare, after });
  await tell({ losses, remembered, found, restored });
  // From here on the note is about the outbox that is there now.
  await noteOutbox(outbox, sentinel);
  return restored.isWhole;
}

interface Told {
  readonly losses: Losses;
  readonly remembered: SentinelRecord | null;
  readonly found: Finding;
  readonly restored: Restored;
}

async function tell({ losses, remembered, found, restored: { back, fresh } }: Told): Promise<void> {
  const at = webClock.now();
  if (found.kind === 'lost' && remembered !== null) {
    const { dev, highest } = remembered;
    // The note may be behind the spare: what came back now is told, whatever it knew of.
    const restored = { ops: back.ops, photos: Math.max(fresh.photos, Math.min(back.photos, found.photos)) };
    const gone = { ops: Math.max(0, found.operations - restored.ops), photos: Math.max(0, found.photos - restored.photos) };
    await losses.keep({ ...gone, restored, at, dev, mark: `${dev} ${highest}` });
  } else if (fresh.ops + fresh.photos > 0) await losses.keep({ ops: 0, photos: 0, restored: fresh, at, mark: `spare ${at}` });
}
