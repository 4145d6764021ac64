import type { CacheStore } from '@heliograph/sync';
import { describe, expect, test } from 'vitest';
import { assetRef, executionId, logRow, operationId } from './samples.ts';

/**
 * What the phone engine relies on. Every implementation of the port passes it.
 * @param open a new, empty store
 */
export function cacheContract(name: string, open: () => CacheStore | Promise<CacheStore>): void {
  describe(`the cache over ${name}`, () => {
    test('a new cache holds nothing', async () => {
      const store = await open();
      const found = await store.read(async (tx) => [
        await tx.meta(),
        await tx.log(0, executionId(1)),
        await tx.executions(0),
        await tx.refs(0, 'asset'),
      ]);
      expect(found).toEqual([undefined, [], [], []]);
    });

    test('data and cursor are kept together or not at all', async () => {
      const store = await open();
      const meta = { cursor: 'c1', inc: 'i1', shown: 0, building: null, wholeAt: 5, leaving: [executionId(3)] };
      const failing = store.write(async (tx) => {
        await tx.putLog(0, [logRow(1)]);
        await tx.putMeta(meta);
        throw new Error('power');
      });
      await expect(failing).rejects.toThrow('power');
      expect(await store.read(async (tx) => [await tx.meta(), await tx.log(0, executionId(1))])).toEqual([undefined, []]);
      await store.write(async (tx) => {
        await tx.putLog(0, [logRow(1)]);
        await tx.putMeta(meta);
      });
      expect(await store.read(async (tx) => [await tx.meta(), await tx.log(0, executionId(1))])).toEqual([meta, [logRow(1)]]);
    });

    test('the log of an execution comes in the order of its positions, however often a row was put', async () => {
      const store = await open();
      await store.write((tx) => tx.putLog(0, [logRow(10), logRow(2), logRow(11, { x: 2 })]));
      await store.write((tx) => tx.putLog(0, [logRow(2), logRow(9)]));
      expect((await store.read((tx) => tx.log(0, executionId(1)))).map(({ q }) => q)).toEqual([2, 9, 10]);
    });

    test('executions are named once each, those without rows not at all', async () => {
      const store = await open();
      await store.write((tx) => tx.putLog(0, [logRow(1, { x: 3 }), logRow(2, { x: 1 }), logRow(3, { x: 3 }), logRow(4, { x: 2 })]));
      await store.write((tx) => tx.deleteLog(0, executionId(2)));
      expect([...(await store.read((tx) => tx.executions(0)))].sort()).toEqual([executionId(1), executionId(3)]);
      expect(await store.read((tx) => tx.log(0, executionId(2)))).toEqual([]);
    });

    test('generations do not see one another, and one is cleared alone', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putLog(0, [logRow(1)]);
        await tx.putLog(1, [logRow(1), logRow(2, { x: 2 })]);
        await tx.putRef(0, assetRef(1, 1, 'Onduleur 1'));
        await tx.putRef(1, assetRef(1, 2, 'Onduleur 1 bis'));
      });
      await store.write((tx) => tx.clear(0));
      expect(await store.read((tx) => tx.executions(0))).toEqual([]);
      expect(await store.read((tx) => tx.refs(0, 'asset'))).toEqual([]);
      expect([...(await store.read((tx) => tx.executions(1)))].sort()).toEqual([executionId(1), executionId(2)]);
      expect(await store.read((tx) => tx.refs(1, 'asset'))).toEqual([assetRef(1, 2, 'Onduleur 1 bis')]);
    });

    test('an operation is found by its id in its generation, wherever it lies', async () => {
      const store = await open();
      await store.write((tx) => tx.putLog(3, [logRow(1, { x: 2, id: 41 })]));
      const holds = (generation: number, id: number) => store.read((tx) => tx.holds(generation, operationId(id)));
      expect([await holds(3, 41), await holds(2, 41), await holds(3, 42)]).toEqual([true, false, false]);
    });

    test('a reference row is replaced by a newer one and goes with its tombstone', async () => {
      const store = await open();
      await store.write(async (tx) => {
        await tx.putRef(0, assetRef(1, 1, 'Onduleur 1'));
        await tx.putRef(0, assetRef(1, 5, 'Onduleur A'));
        await tx.putRef(0, assetRef(2, 2, 'Onduleur 2'));
        await tx.putRef(0, { kind: 'site', id: assetRef(1, 1, null).id, q: 3, body: null });
      });
      expect(await store.read((tx) => tx.refs(0, 'asset'))).toEqual([assetRef(1, 5, 'Onduleur A'), assetRef(2, 2, 'Onduleur 2')]);
      await store.write((tx) => tx.putRef(0, assetRef(1, 6, null)));
      expect(await store.read((tx) => tx.refs(0, 'asset'))).toEqual([assetRef(2, 2, 'Onduleur 2')]);
      expect(await store.read((tx) => tx.refs(0, 'site'))).toEqual([]);
    });
  });
}
