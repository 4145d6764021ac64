import { executionIdSchema, photoHashSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { emptyOutboxDisk, memoryOutbox } from '../simulator/memory-phone.ts';
import { createWorld } from '../simulator/world.ts';
import { freshMeta, newDevice } from './identity.ts';
import type { OutboxStore, PhotoTransport } from './ports.ts';
import { identify, store } from './record.ts';
import { uploadPhotos } from './upload.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const x = executionIdSchema.parse(uuid(1));
const sha = photoHashSchema.parse('ab'.repeat(32));

function emptyPhone() {
  const world = createWorld(1, async () => undefined);
  const machine = { world: { ...world, delay: async () => undefined }, isAlive: () => true, breaks: () => false };
  const outbox: OutboxStore = memoryOutbox({ disk: emptyOutboxDisk(), turn: Promise.resolve() }, machine);
  return { world, outbox };
}

/** A phone with one photo, and a server that knows of photos what `named` says. */
async function phoneWithPhoto(named: () => boolean) {
  const { world, outbox } = emptyPhone();
  const slice = Uint8Array.of(1, 2, 3).buffer;
  const p = { sha, size: 3, mime: 'image/jpeg', width: 1, height: 1, taken: 1 };
  const draft = { k: 'photo', x, p };
  const record = { sha, size: 3, mime: 'image/jpeg', slices: 1, sent: 0, state: 'waiting', at: 1 } as const;
  await outbox.write(async (tx) => {
    await tx.putMeta(freshMeta(newDevice({ bytes: world.bytes }), 1));
    const envelope = identify(draft, { w: 1, z: 0, n: 1, random: world.bytes(10) }, []);
    await store(tx, [{ entry: { draft, photo: { record, slices: [slice] } }, envelope }]);
  });
  const transport: PhotoTransport = {
    offset: async () => ({ kind: 'at', at: 0, stored: false }),
    send: async () => (named() ? { kind: 'at', at: 3, stored: true } : { kind: 'not_named' }),
  };
  const upload = () => uploadPhotos({ outbox, transport, hasher: { sha256: async () => sha }, now: () => 1 });
  const acknowledge = () =>
    outbox.write(async (tx) => {
      const [meta, operation] = [await tx.meta(), await tx.op(1)];
      if (meta === undefined || operation === undefined) throw new Error('nothing was recorded');
      await tx.putMeta({ ...meta, acked: { i: 1, id: operation.id } });
    });
  const state = async () => (await outbox.read((tx) => tx.photo(sha)))?.state;
  return { upload, acknowledge, state };
}

test('a photo that another tab has just recorded waits until the server has its operation', async () => {
  let isNamed = false;
  const { upload, acknowledge, state } = await phoneWithPhoto(() => isNamed);
  await upload();
  expect(await state()).toBe('waiting');
  isNamed = true;
  await acknowledge();
  await upload();
  expect(await state()).toBe('stored');
});

test('a photo whose operation arrived and was not applied is put aside', async () => {
  const { upload, acknowledge, state } = await phoneWithPhoto(() => false);
  await acknowledge();
  await upload();
  expect(await state()).toBe('aside');
});

test('two photos are on their way together, never a third; a trouble of the network ends both, and what is left waits', async () => {
  const { outbox } = emptyPhone();
  const named = (n: number) => photoHashSchema.parse(n.toString(16).padStart(64, '0'));
  await outbox.write(async (tx) => {
    for (const n of [1, 2, 3, 4, 5]) {
      await tx.putSlice(named(n), 0, Uint8Array.of(n).buffer);
      await tx.putPhoto({ sha: named(n), size: 1, mime: 'image/jpeg', slices: 1, sent: 0, state: 'waiting', at: n });
    }
  });
  const sending = new Set<string>();
  let [most, sent] = [0, 0];
  const transport: PhotoTransport = {
    offset: async () => ({ kind: 'at', at: 0, stored: false }),
    send: async (sha, { total }) => {
      sending.add(sha);
      most = Math.max(most, sending.size);
      // Long enough for whoever else would begin.
      for (let turns = 0; turns < 200; turns += 1) await null;
      sending.delete(sha);
      sent += 1;
      return sent > 3 ? { kind: 'unknown', retryAfterMs: null } : { kind: 'at', at: total, stored: true };
    },
  };
  const hasher = { sha256: async (bytes: Uint8Array | ArrayBuffer) => named(new Uint8Array(bytes)[0] ?? 0) };
  expect(await uploadPhotos({ outbox, transport, hasher, now: () => 1, atOnce: 2 })).toEqual({ kind: 'unknown', retryAfterMs: null });
  expect(most).toBe(2);
  const states = (await outbox.read((tx) => tx.photos())).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['stored', 'stored', 'stored', 'waiting', 'waiting']);
});
