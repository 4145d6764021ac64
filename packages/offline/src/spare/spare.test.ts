import { photoHashSchema } from '@heliograph/domain';
import { abandonUnsent, type OutboxStore } from '@heliograph/sync';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { memoryCaches } from '../../test/memory-caches.ts';
import { meta, operation, operationId, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { readPhoto } from '../photos/read-photo.ts';
import { slicesOf } from '../photos/slices.ts';
import { webHasher, webRandom } from '../platform/web.ts';
import { openLosses } from '../sentinel/losses.ts';
import { openSentinel } from '../sentinel/sentinel.ts';
import { withSpare } from './mirror.ts';
import { settleLoss } from './settle-loss.ts';
import { openSpare } from './spare.ts';

beforeEach(freshBrowser);

/** A phone whose databases may go and whose other store stays. */
function phone({ room = true } = {}) {
  const caches = memoryCaches();
  const state = { room };
  const spare = openSpare(owner(), caches);
  const [sentinel, losses] = [openSentinel(owner(), caches), openLosses(owner(), caches)];
  const open = () => {
    const { outbox, follow } = withSpare(openOutbox(owner()), { spare, hasRoom: async () => state.room });
    return { outbox, follow };
  };
  return { caches, state, spare, sentinel, losses, open };
}

/** Records the next so many operations. */
const record = (outbox: OutboxStore, count: number) =>
  outbox.write(async (tx) => {
    const found = (await tx.meta()) ?? meta();
    for (let n = 0; n < count; n += 1) await tx.putOp(operation(found.next + n));
    await tx.putMeta({ ...found, next: found.next + count });
  });

const acknowledge = (outbox: OutboxStore, i: number) =>
  outbox.write(async (tx) => {
    const found = (await tx.meta()) ?? meta();
    const to = Math.min(i, found.next - 1);
    if (to > found.acked.i) await tx.putMeta({ ...found, acked: { i: to, id: operationId(to) } });
  });

const unsent = (outbox: OutboxStore) =>
  outbox.read(async (tx) => (await tx.opsFrom(((await tx.meta())?.acked.i ?? 0) + 1, Number.MAX_SAFE_INTEGER)).map(({ id }) => id));

async function addPhoto(outbox: OutboxStore, size: number) {
  const whole = Uint8Array.from({ length: size }, (_, at) => (at * size) % 251);
  const sha = photoHashSchema.parse(await webHasher.sha256(whole));
  const slices = slicesOf(whole);
  await outbox.write(async (tx) => {
    for (const [n, slice] of slices.entries()) await tx.putSlice(sha, n, slice);
    await tx.putPhoto({ sha, size, mime: 'image/jpeg', slices: slices.length, sent: 0, state: 'waiting', at: 1 });
  });
  return { sha, whole };
}

describe('the spare', () => {
  test('holds after each turn what is not acknowledged, whatever was recorded, acknowledged and given a new identity before', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('record' as const), n: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('acknowledge' as const), n: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ kind: fc.constant('follow' as const), n: fc.constant(0) }),
      fc.record({ kind: fc.constant('abandon' as const), n: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        freshBrowser();
        const { open, spare } = phone();
        const { outbox, follow } = open();
        for (const { kind, n } of acts) {
          if (kind === 'record') await record(outbox, n);
          if (kind === 'acknowledge') await acknowledge(outbox, n);
          if (kind === 'abandon') await outbox.write((tx) => abandonUnsent(tx, webRandom));
          if (kind === 'follow') await follow();
        }
        await follow();
        const { pieces } = await spare.list();
        const held = await Promise.all(pieces.map(async (piece) => (await spare.records(piece)) ?? []));
        expect(held.flat().map(({ id }) => id)).toEqual(expect.arrayContaining(await unsent(outbox)));
        if ((await unsent(outbox)).length === 0) expect(pieces).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is many small pieces while work comes in, and one again when they are too many', async () => {
    const { open, spare } = phone();
    const { outbox, follow } = open();
    for (let n = 0; n < 42; n += 1) {
      await record(outbox, 1);
      await follow();
    }
    expect((await spare.list()).pieces.map(({ from, to }) => [from, to])).toEqual([[1, 42]]);
  });

  test('keeps photos twice while there is room, lets go of them when there is none, and of those that were sent', async () => {
    const { open, spare, state } = phone();
    const { outbox, follow } = open();
    await record(outbox, 1);
    const [first, second] = [await addPhoto(outbox, 700), await addPhoto(outbox, 600_000)];
    await follow();
    expect((await spare.list()).photos.toSorted()).toEqual([first.sha, second.sha].toSorted());
    await outbox.write(async (tx) => {
      const photo = await tx.photo(first.sha);
      if (photo !== undefined) await tx.putPhoto({ ...photo, state: 'stored' });
    });
    await follow();
    expect((await spare.list()).photos).toEqual([second.sha]);
    state.room = false;
    await follow();
    expect(await spare.list()).toMatchObject({ photos: [], pieces: [{ from: 1, to: 1 }] });
  });

  test('a browser that forbids the store holds nothing up', async () => {
    const forbidden = { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) } as unknown as CacheStorage;
    const { outbox, follow } = withSpare(openOutbox(owner()), { spare: openSpare(owner(), forbidden), hasRoom: async () => true });
    await record(outbox, 1);
    await follow();
    expect(await unsent(outbox)).toHaveLength(1);
  });
});

describe('an outbox that is gone', () => {
  /** Two of five records acknowledged, two photos, and then the browser loses all databases. */
  async function lost() {
    const all = phone();
    const { outbox, follow } = all.open();
    await record(outbox, 5);
    await acknowledge(outbox, 2);
    const photos = [await addPhoto(outbox, 900), await addPhoto(outbox, 600_000)];
    await follow();
    const found = await outbox.read((tx) => tx.meta());
    if (found !== undefined) await all.sentinel.write(found, photos.length);
    freshBrowser();
    const settle = async () => {
      const fresh = openOutbox(owner());
      await settleLoss({ ...all, outbox: fresh });
      return fresh;
    };
    return { ...all, photos, settle };
  }

  test('comes back from the spare with the same ids in the same order, photos byte for byte; nothing is told as lost', async () => {
    const { settle, photos, losses } = await lost();
    const outbox = await settle();
    expect(await unsent(outbox)).toEqual([3, 4, 5].map(operationId));
    for (const { sha, whole } of photos) expect(new Uint8Array((await (await readPhoto(outbox, sha))?.arrayBuffer()) ?? [])).toEqual(whole);
    expect(await losses.read()).toMatchObject({ ops: 0, photos: 0, restored: { ops: 3, photos: 2 }, isTold: true, isSeen: false });
  });

  test('comes back once, and tells the same, when the phone was switched off in the middle of it', async () => {
    const { settle, losses, sentinel, spare } = await lost();
    const before = await sentinel.read();
    const half = openOutbox(owner());
    const interrupted = { ...sentinel, write: () => Promise.reject(new Error('switched off')) };
    await expect(settleLoss({ outbox: half, sentinel: interrupted, losses, spare })).rejects.toThrow('switched off');
    expect(await sentinel.read()).toEqual(before);
    const outbox = await settle();
    expect(await unsent(outbox)).toEqual([3, 4, 5].map(operationId));
    expect(await losses.read()).toMatchObject({ ops: 0, photos: 0, restored: { ops: 3, photos: 2 } });
    // And at the start after that nothing is missing.
    await losses.seen();
    await settle();
    expect(await losses.read()).toMatchObject({ isSeen: true });
  });

  test('what the spare does not hold, or holds damaged, is told as lost by its count', async () => {
    const { settle, losses, spare, photos, caches } = await lost();
    const [first] = photos;
    if (first !== undefined) await spare.putPhoto(first.sha, new Blob(['other bytes']));
    const [piece] = (await spare.list()).pieces;
    const path = `/spare/${owner().org}/${owner().user}/records/${piece?.dev}/${piece?.from}-${piece?.to}`;
    await (await caches.open('heliograph-spare')).put(path, new Response('[{"i":3'));
    expect(await unsent(await settle())).toEqual([]);
    expect(await losses.read()).toMatchObject({ ops: 3, photos: 1, restored: { ops: 0, photos: 1 }, isTold: false, isSeen: false });
  });

  test('of another person on the same phone is nobody’s business', async () => {
    const { caches } = await lost();
    const other = { outbox: openOutbox(owner(2)), sentinel: openSentinel(owner(2), caches), losses: openLosses(owner(2), caches) };
    await settleLoss({ ...other, spare: openSpare(owner(2), caches) });
    expect(await unsent(other.outbox)).toEqual([]);
    expect(await other.losses.read()).toBeNull();
  });
});
