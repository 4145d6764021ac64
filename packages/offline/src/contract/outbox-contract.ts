import type { OutboxStore, OutboxTx } from '@heliograph/sync';
import { describe, expect, test } from 'vitest';
import { aside, bytes, executionId, meta, operation, operationId, photo, photoHash } from './samples.ts';

/**
 * What the phone engine relies on. Every implementation of the port passes it: IndexedDB, and the simulator's memory.
 * @param open a new, empty store
 */
export function outboxContract(name: string, open: () => OutboxStore | Promise<OutboxStore>): void {
  const reading = <T>(store: OutboxStore, ask: (tx: OutboxTx) => Promise<T>) => store.read(ask);
  const numbers = async (store: OutboxStore, from: number, limit: number) =>
    (await reading(store, (tx) => tx.opsFrom(from, limit))).map(({ i }) => i);

  describe(`the outbox over ${name}`, () => {
    test('a new outbox holds nothing', async () => {
      const store = await open();
      const found = await store.read(async (tx) => [await tx.meta(), await tx.op(1), await tx.opsFrom(1, 10), await tx.past(), await tx.asides()]);
      const rest = await store.read(async (tx) => [
        await tx.photos(),
        await tx.photo(photoHash(1)),
        await tx.slice(photoHash(1), 0),
        await tx.drafts(),
      ]);
      expect([...found, ...rest]).toEqual([undefined, undefined, [], [], [], [], undefined, undefined, []]);
    });

    test('what a transaction wrote is read by the next one, as it was', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putMeta(meta());
        await tx.putOp(operation(1));
      });
      expect(await reading(store, async (tx) => [await tx.meta(), await tx.op(1)])).toEqual([meta(), operation(1)]);
    });

    test('a transaction reads what it has just written', async () => {
      const store = await open();
      const seen = await store.write(async (tx) => {
        await tx.putOp(operation(1));
        await tx.putOp(operation(2));
        await tx.deleteOp(1);
        return tx.opsFrom(1, 10);
      });
      expect(seen).toEqual([operation(2)]);
    });

    test('a transaction that throws leaves nothing behind', async () => {
      const store = await open();
      await store.write((tx) => tx.putOp(operation(1)));
      const failing = store.write(async (tx) => {
        await tx.putOp(operation(2));
        await tx.deleteOp(1);
        await tx.putSlice(photoHash(1), 0, bytes(1));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await reading(store, (tx) => tx.opsFrom(1, 10))).toEqual([operation(1)]);
      expect(await reading(store, (tx) => tx.slice(photoHash(1), 0))).toBeUndefined();
    });

    test('writers take turns: a counter read and moved in one transaction gives every number once', async () => {
      const store = await open();
      await store.write((tx) => tx.putMeta(meta()));
      const record = () =>
        store.write(async (tx) => {
          const held = (await tx.meta()) ?? meta();
          await tx.putOp(operation(held.next));
          await tx.putMeta({ ...held, next: held.next + 1 });
        });
      await Promise.all(Array.from({ length: 25 }, record));
      expect(await numbers(store, 1, 100)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    });

    test('operations come in the order of their counters, from a counter on, as many as asked', async () => {
      const store = await open();
      await store.write(async (tx) => {
        for (const i of [10, 2, 9, 1]) await tx.putOp(operation(i));
      });
      expect(await numbers(store, 1, 10)).toEqual([1, 2, 9, 10]);
      expect(await numbers(store, 2, 2)).toEqual([2, 9]);
      expect(await numbers(store, 11, 10)).toEqual([]);
      expect(await numbers(store, 1, 0)).toEqual([]);
      expect(await numbers(store, 0, Number.MAX_SAFE_INTEGER)).toEqual([1, 2, 9, 10]);
    });

    test('an operation put at a counter takes the place of what was there', async () => {
      const store = await open();
      await store.write((tx) => tx.putOp(operation(1)));
      await store.write((tx) => tx.putOp(operation(1, { id: 77 })));
      expect(await reading(store, (tx) => tx.opsFrom(1, 10))).toEqual([operation(1, { id: 77 })]);
    });

    test('past operations keep their recorded order and go by id', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putPast(operation(1), 2);
        await tx.putPast(operation(2), 10);
        await tx.putPast(operation(3), 1);
      });
      expect((await reading(store, (tx) => tx.past())).map(({ i }) => i)).toEqual([3, 1, 2]);
      await store.write(async (tx) => {
        await tx.deletePast(operationId(1));
        await tx.deletePast(operationId(99));
      });
      expect((await reading(store, (tx) => tx.past())).map(({ i }) => i)).toEqual([3, 2]);
      await store.write((tx) => tx.clearPast());
      expect(await reading(store, (tx) => tx.past())).toEqual([]);
    });

    test('past operations are never lost to one another: an id is kept once, at its last order, and no order is anybody’s alone', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putPast(operation(1), 0);
        await tx.putPast(operation(2), 0);
        await tx.putPast(operation(3), 1);
      });
      await store.write((tx) => tx.putPast(operation(1), 9));
      expect((await reading(store, (tx) => tx.past())).map(({ i }) => i)).toEqual([2, 3, 1]);
    });

    test('what the server set aside is kept once an operation, until it is settled', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putAside(aside(1));
        await tx.putAside(aside(2));
        await tx.putAside({ ...aside(1), code: 'not_yours' });
      });
      expect(await reading(store, (tx) => tx.asides())).toEqual([{ ...aside(1), code: 'not_yours' }, aside(2)]);
      await store.write((tx) => tx.deleteAside(operationId(1)));
      expect(await reading(store, (tx) => tx.asides())).toEqual([aside(2)]);
    });

    test('the slices of a photo are kept byte for byte and go together, and no other photo with them', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putPhoto(photo(1));
        await tx.putPhoto({ ...photo(1), sent: 3 });
        await tx.putPhoto(photo(2));
        await tx.putSlice(photoHash(1), 0, bytes(0, 255, 7));
        await tx.putSlice(photoHash(1), 1, bytes(9));
        await tx.putSlice(photoHash(2), 0, bytes(5));
      });
      expect(await reading(store, (tx) => tx.photos())).toEqual([{ ...photo(1), sent: 3 }, photo(2)]);
      const slice = await reading(store, (tx) => tx.slice(photoHash(1), 0));
      expect([...new Uint8Array(slice ?? new ArrayBuffer(0))]).toEqual([0, 255, 7]);
      await store.write((tx) => tx.deleteSlices(photoHash(1)));
      const left = await reading(store, async (tx) => [
        await tx.slice(photoHash(1), 0),
        await tx.slice(photoHash(1), 1),
        await tx.slice(photoHash(2), 0),
      ]);
      expect(left.map((found) => found?.byteLength)).toEqual([undefined, undefined, 1]);
      expect(await reading(store, (tx) => tx.photo(photoHash(1)))).toEqual({ ...photo(1), sent: 3 });
    });

    test('a draft is the last thing typed at its address', async () => {
      const store = await open();
      const draft = (s: string, text: string) => ({ x: executionId(1), s, value: { text, readings: ['12.4', null] }, at: 5 });
      await store.write(async (tx) => {
        await tx.putDraft(draft('s01', '12'));
        await tx.putDraft(draft('s01', '12,4'));
        await tx.putDraft(draft('s02', 'vu'));
      });
      expect(await reading(store, (tx) => tx.draft(executionId(1), 's01'))).toEqual(draft('s01', '12,4'));
      await store.write((tx) => tx.deleteDraft(executionId(1), 's01'));
      expect(await reading(store, (tx) => tx.drafts())).toEqual([draft('s02', 'vu')]);
    });
  });
}
