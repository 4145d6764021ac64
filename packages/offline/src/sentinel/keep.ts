import type { OutboxStore } from '@heliograph/sync';
import { observeOutbox } from '../view/changes.ts';
import type { Sentinel } from './sentinel.ts';

/** At most one note in this time: a burst of taps is noted at its beginning and at its end. */
const PAUSE_MS = 500;

interface Keeping {
  readonly sentinel: Sentinel;
  onTrouble(error: unknown): void;
}

/** Writes down what is in the outbox now. */
export async function noteOutbox(outbox: OutboxStore, sentinel: Sentinel): Promise<void> {
  const { meta, photos } = await outbox.read(async (tx) => ({ meta: await tx.meta(), photos: await tx.photos() }));
  if (meta !== undefined) await sentinel.write(meta, photos.filter(({ state }) => state === 'waiting').length);
}

/** The same outbox; the sentinel follows what is kept in it, at once after the tick. */
export function withSentinel(outbox: OutboxStore, { sentinel, onTrouble }: Keeping): OutboxStore {
  let [isPausing, isDue] = [false, false];
  const follow = (): void => {
    isDue = isPausing;
    if (isPausing) return;
    isPausing = true;
    noteOutbox(outbox, sentinel).catch(onTrouble);
    setTimeout(() => {
      isPausing = false;
      if (isDue) follow();
    }, PAUSE_MS);
  };
  return observeOutbox(outbox, follow);
}
