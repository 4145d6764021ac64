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
import { StorageError } from '../storage/storage-error.ts';
import { withSpare } from './mirror.ts';
import { settleLoss } from './settle-loss.ts';
import { openSpare } from './spare.ts';

beforeEach(freshBrowser);

/** A phone whose databases may go and whose other store stays. `room`: bytes that are left; copies take theirs. */
function phone({ room = 10_000_000 } = {}) {
  const caches = memoryCaches();
  const state = { room };
  const spare = openSpare(owner(), caches);
  const [sentinel, losses] = [openSentinel(owner(), caches), openLosses(owner(), caches)];
  const open = () => {
    const hasRoom = async (more: number) => {
      const copies = await Promise.all((await spare.list()).photos.map(async (sha) => (await spare.photo(sha))?.size ?? 0));
      return state.room - copies.reduce((sum, size) => sum + size, 0) >= more;
    };
    return withSpare(openOutbox(owner()), { spare, hasRoom });
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
    state.room = 0;
    await follow();
    expect(await spare.list()).toMatchObject({ photos: [], pieces: [{ from: 1, to: 1 }] });
  });

  test('of photos, as many are kept twice as there is room for, and no turn undoes the one before', async () => {
    const { open, spare } = phone({ room: 1000 });
    const { outbox, follow } = open();
    await record(outbox, 1);
    for (const size of [700, 800, 200]) await addPhoto(outbox, size);
    const held: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await follow();
      held.push((await spare.list()).photos.length);
    }
    expect(new Set(held).size).toBe(1);
    expect(held[0]).toBeGreaterThan(0);
  });

  test('killed while many pieces become one, it holds everything after the next turn', async () => {
    const { open, spare } = phone();
    const { outbox, follow } = open();
    for (let n = 0; n < 41; n += 1) {
      await record(outbox, 1);
      await follow();
    }
    const killed = { ...spare, dropRecords: () => Promise.reject(new Error('killed')) };
    await withSpare(outbox, { spare: killed, hasRoom: async () => true }).follow();
    await follow();
    expect((await spare.list()).pieces.map(({ from, to }) => [from, to])).toEqual([[1, 41]]);
  });

  test('gives its photos up for what is recorded on a full phone', async () => {
    const { open, spare } = phone();
    const before = open();
    await record(before.outbox, 1);
    await addPhoto(before.outbox, 700);
    await before.follow();
    const disk = openOutbox(owner());
    const full: OutboxStore = {
      read: disk.read,
      write: async (work) => {
        if ((await spare.list()).photos.length > 0) throw new StorageError('quota');
        return disk.write(work);
      },
    };
    const { outbox, follow } = withSpare(full, { spare, hasRoom: async () => true });
    await record(outbox, 1);
    await follow();
    expect(await unsent(outbox)).toHaveLength(2);
    expect(await spare.list()).toMatchObject({ photos: [], pieces: [{ to: 1 }, { to: 2 }] });
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
  /**
   * Two of five records acknowledged, two photos, and then the browser loses all databases.
   * @param noted photos that the note beside the outbox knows of
   */
  async function lost({ noted = 2 } = {}) {
    const all = phone();
    const { outbox, follow } = all.open();
    await record(outbox, 5);
    await acknowledge(outbox, 2);
    const photos = [await addPhoto(outbox, 900), await addPhoto(outbox, 600_000)];
    await follow();
    const found = await outbox.read((tx) => tx.meta());
    if (found !== undefined) await all.sentinel.write(found, noted);
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
    expect(await losses.read()).toMatchObject({ ops: 0, photos: 0, isTold: true, unread: { ops: 0, photos: 0, restored: { ops: 3, photos: 2 } } });
  });

  test('is told as it came back where the note beside it was a photo behind', async () => {
    const { settle, losses } = await lost({ noted: 1 });
    expect((await (await settle()).read((tx) => tx.photos())).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(await losses.read()).toMatchObject({ photos: 0, isTold: true, unread: { photos: 0, restored: { ops: 3, photos: 2 } } });
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
    expect(await losses.read()).toMatchObject({ ops: 0, photos: 0, unread: { restored: { ops: 3, photos: 2 } } });
    // And at the start after that nothing is missing.
    await losses.seen();
    await settle();
    expect(await losses.read()).toMatchObject({ unread: null });
  });

  test('what the spare does not hold, or holds damaged, is told as lost by its count', async () => {
    const { settle, losses, spare, photos, caches } = await lost();
    const [first] = photos;
    if (first !== undefined) await spare.putPhoto(first.sha, new Blob(['other bytes']));
    const [piece] = (await spare.list()).pieces;
    const path = `/spare/${owner().org}/${owner().user}/records/${piece?.dev}/${piece?.from}-${piece?.to}`;
    await (await caches.open('heliograph-spare')).put(path, new Response('[{"i":3'));
    expect(await unsent(await settle())).toEqual([]);
    expect(await losses.read()).toMatchObject({ ops: 3, photos: 1, isTold: false, unread: { ops: 3, photos: 1, restored: { ops: 0, photos: 1 } } });
  });

  test('and has no room to come back keeps nobody from working: it is told, and comes at a start that has room', async () => {
    const { sentinel, losses, spare } = await lost();
    const disk = openOutbox(owner());
    const full: OutboxStore = {
      read: disk.read,
      write: (work) =>
        disk.write(async (tx) => {
          const refuse = () => Promise.reject(new StorageError('quota'));
          return work({ ...tx, putSlice: refuse });
        }),
    };
    expect(await settleLoss({ outbox: full, sentinel, losses, spare })).toBe(false);
    expect(await unsent(full)).toEqual([3, 4, 5].map(operationId));
    expect(await losses.read()).toMatchObject({ ops: 0, photos: 2, isTold: false, unread: { photos: 2, restored: { ops: 3, photos: 0 } } });
    expect(await settleLoss({ outbox: disk, sentinel, losses, spare })).toBe(true);
    expect((await disk.read((tx) => tx.photos())).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(await losses.read()).toMatchObject({ photos: 2, isTold: false, unread: { restored: { ops: 3, photos: 2 } } });
  });

  test('comes back where the note beside it is gone too', async () => {
    const { losses, spare } = await lost();
    const outbox = openOutbox(owner());
    await settleLoss({ outbox, losses, spare, sentinel: openSentinel(owner(), memoryCaches()) });
    expect(await unsent(outbox)).toHaveLength(3);
    expect(await losses.read()).toMatchObject({ isTold: true, unread: { ops: 0, restored: { ops: 3, photos: 2 } } });
  });

  test('twice before anybody heard of it is told as one: to the office what it has not heard of, to the person what they have not read', async () => {
    const { losses } = phone();
    const found = { ops: 3, photos: 1, restored: { ops: 0, photos: 0 }, at: 1, mark: 'first' };
    await losses.keep(found);
    await losses.keep({ ops: 0, photos: 0, restored: { ops: 7, photos: 0 }, at: 2, mark: 'second' });
    expect(await losses.read()).toMatchObject({ ops: 3, photos: 1, isTold: false, unread: { ops: 3, photos: 1, restored: { ops: 7 } } });
    await losses.told();
    await losses.seen();
    await losses.keep({ ...found, ops: 1, mark: 'third' });
    expect(await losses.read()).toMatchObject({ ops: 1, photos: 1, isTold: false, unread: { ops: 1, photos: 1 } });
  });

  test('of another person on the same phone is nobody’s business', async () => {
    const { caches } = await lost();
    const other = { outbox: openOutbox(owner(2)), sentinel: openSentinel(owner(2), caches), losses: openLosses(owner(2), caches) };
    await settleLoss({ ...other, spare: openSpare(owner(2), caches) });
    expect(await unsent(other.outbox)).toEqual([]);
    expect(await other.losses.read()).toBeNull();
  });
});
