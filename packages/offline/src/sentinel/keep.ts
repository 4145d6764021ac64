import type { OutboxStore } from '@heliograph/sync';
import { observeOutbox } from '../view/changes.ts';
import type { Sentinel } from './sentinel.ts';

/** Off the tap path, and once for a burst of taps. */
const DELAY_MS = 500;

interface Keeping {
  readonly sentinel: Sentinel;
  /** A loss that nobody has seen yet must not be written over. */
  isHeldBack(): boolean;
  onTrouble(error: unknown): void;
}

/** The same outbox; the sentinel follows what is written through it, a moment later. */
export function withSentinel(outbox: OutboxStore, { sentinel, isHeldBack, onTrouble }: Keeping): OutboxStore {
  let isDue = false;
  const note = async (): Promise<void> => {
    const { meta, photos } = await outbox.read(async (tx) => ({ meta: await tx.meta(), photos: await tx.photos() }));
    if (meta !== undefined) await sentinel.write(meta, photos.filter(({ state }) => state === 'waiting').length);
  };
  return observeOutbox(outbox, () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (!isHeldBack()) note().catch(onTrouble);
    }, DELAY_MS);
  });
}
