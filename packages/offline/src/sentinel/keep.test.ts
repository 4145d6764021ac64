import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { memoryCaches } from '../../test/memory-caches.ts';
import { meta, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { withSentinel } from './keep.ts';
import { openSentinel, type Sentinel } from './sentinel.ts';

let caches: CacheStorage;
const notes: number[] = [];
beforeEach(() => {
  freshBrowser();
  caches = memoryCaches();
  notes.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => void vi.useRealTimers());

/** Resolves with the next note; to be asked for before what brings it about, because the clock stands still. */
let told: (highest: number) => void;
const nextNote = () =>
  new Promise<number>((resolve) => {
    told = resolve;
  });

function open() {
  const kept = openSentinel(owner(), caches);
  const sentinel: Sentinel = {
    ...kept,
    write: async (found, photos) => {
      await kept.write(found, photos);
      notes.push(found.next - 1);
      told(found.next - 1);
    },
  };
  const outbox = withSentinel(openOutbox(owner()), { sentinel, onTrouble: expect.unreachable });
  return { record: (highest: number) => outbox.write((tx) => tx.putMeta({ ...meta(), next: highest + 1 })) };
}

test('what a tap kept is noted at once, and a burst of taps at its beginning and at its end', async () => {
  const { record } = open();
  const first = nextNote();
  await record(1);
  expect(await first).toBe(1);
  for (const highest of [2, 3, 4]) await record(highest);
  const last = nextNote();
  vi.advanceTimersByTime(500);
  expect(await last).toBe(4);
  expect(notes).toEqual([1, 4]);
  expect(await openSentinel(owner(), caches).read()).toMatchObject({ highest: 4 });
});
