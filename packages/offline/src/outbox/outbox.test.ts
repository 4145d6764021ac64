import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { outboxContract } from '../contract/index.ts';
import { bytes, executionId, meta, operation, owner, photo, photoHash } from '../contract/samples.ts';
import { StorageError } from '../storage/storage-error.ts';
import { openOutbox } from './outbox.ts';

beforeEach(freshBrowser);

outboxContract('IndexedDB', () => openOutbox(owner()));

describe('the outbox on the phone', () => {
  test('format 1 is frozen: the same stores, keys and indexes for ever', async () => {
    await openOutbox(owner()).read((tx) => tx.meta());
    const { name = '', version } = (await indexedDB.databases())[0] ?? {};
    expect({ name, version }).toEqual({ name: `outbox:${owner().org}:${owner().user}`, version: 1 });
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const tx = db.transaction(Array.from(db.objectStoreNames));
    const stores = Array.from(db.objectStoreNames).map((store) => {
      const { keyPath, autoIncrement, indexNames } = tx.objectStore(store);
      return [store, keyPath, autoIncrement, Array.from(indexNames).map((index) => tx.objectStore(store).index(index).keyPath)];
    });
    expect(stores).toEqual([
      ['aside', 'operation.id', false, []],
      ['drafts', ['x', 's'], false, []],
      ['meta', null, false, []],
      ['ops', 'i', false, []],
      ['past', 'order', false, ['operation.id']],
      ['photos', 'sha', false, []],
      ['slices', null, false, []],
    ]);
  });

  test('what one opening wrote the next one finds', async () => {
    const first = openOutbox(owner());
    await first.write((tx) => tx.putOp(operation(1)));
    first.close();
    expect(await openOutbox(owner()).read((tx) => tx.op(1))).toEqual(operation(1));
  });

  test('two people on one phone never see each other', async () => {
    await openOutbox(owner(1)).write((tx) => tx.putMeta(meta()));
    expect(await openOutbox(owner(2)).read((tx) => tx.meta())).toBeUndefined();
  });

  test('every write asks for strict durability, no read does', async () => {
    const outbox = openOutbox(owner());
    await outbox.read((tx) => tx.meta());
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await outbox.write((tx) => tx.putOp(operation(1)));
    await outbox.read((tx) => tx.op(1));
    expect(spy.mock.calls.map(([, mode, options]) => [mode, options?.durability])).toEqual([
      ['readwrite', 'strict'],
      ['readonly', 'relaxed'],
    ]);
    spy.mockRestore();
  });

  test('Blobs, Files, views and slices that are too long are refused, and nothing beside them is kept', async () => {
    const outbox = openOutbox(owner());
    const file = new File(['x'], 'x.jpg');
    const wrong: unknown[] = [new Blob(['x']), file, new Uint8Array(5), new ArrayBuffer(262_145)];
    for (const slice of wrong) {
      const writing = outbox.write(async (tx) => {
        await tx.putPhoto(photo(1));
        await tx.putSlice(photoHash(1), 0, slice as ArrayBuffer);
      });
      await expect(writing).rejects.toThrow(TypeError);
    }
    const drafting = outbox.write((tx) => tx.putDraft({ x: executionId(1), s: 's01', value: { photos: [{ file }] }, at: 1 }));
    await expect(drafting).rejects.toThrow(TypeError);
    expect(await outbox.read(async (tx) => [await tx.photos(), await tx.drafts()])).toEqual([[], []]);
    await outbox.write((tx) => tx.putSlice(photoHash(1), 0, new ArrayBuffer(262_144)));
  });

  test('a write inside a read is refused and changes nothing', async () => {
    const outbox = openOutbox(owner());
    await expect(outbox.read((tx) => tx.putSlice(photoHash(1), 0, bytes(1)))).rejects.toThrow(StorageError);
    expect(await outbox.read((tx) => tx.slice(photoHash(1), 0))).toBeUndefined();
  });

  test('what is read is a copy: changing it changes nothing stored', async () => {
    const store = openOutbox(owner());
    await store.write((tx) => tx.putOp(operation(1)));
    const first = await store.read((tx) => tx.op(1));
    if (first !== undefined) first.p['response'] = 'changed';
    expect(await store.read((tx) => tx.op(1))).toEqual(operation(1));
  });
});
