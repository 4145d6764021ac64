import { identifyOutbox, type OutboxStore } from '@heliograph/sync';
import { webClock, webRandom } from '../platform/web.ts';
import { noteOutbox } from '../sentinel/keep.ts';
import { lookForLoss } from '../sentinel/loss.ts';
import type { Losses } from '../sentinel/losses.ts';
import type { Sentinel } from '../sentinel/sentinel.ts';
import { restore } from './restore.ts';
import type { Spare } from './spare.ts';

interface Stores {
  readonly outbox: OutboxStore;
  readonly sentinel: Sentinel;
  readonly losses: Losses;
  readonly spare: Spare;
}

/** Looks for work that was here and is gone, brings back what the spare holds of it, and notes what nobody can bring back. Before the engine begins. */
export async function settleLoss({ outbox, sentinel, losses, spare }: Stores): Promise<void> {
  const [remembered, met] = await Promise.all([sentinel.read(), outbox.read((tx) => tx.meta())]);
  const lost = lookForLoss(remembered, met);
  if (lost.kind !== 'lost' || remembered === null) return;
  await identifyOutbox({ outbox, clock: webClock, random: webRandom });
  const restored = await restore({ outbox, spare, remembered, lost });
  const [ops, photos] = [Math.max(0, lost.operations - restored.ops), lost.photos - restored.photos];
  const { dev, highest } = remembered;
  await losses.keep({ ops, photos, restored, at: webClock.now(), dev, mark: `${dev} ${highest}` });
  // From here on the note is about the outbox that is there now.
  await noteOutbox(outbox, sentinel);
}
