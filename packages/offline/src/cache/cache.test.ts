import { procedureHashSchema } from '@heliograph/domain';
import { type LogRow, type RefRow, refRowSchema } from '@heliograph/sync';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { cacheContract } from '../contract/index.ts';
import { executionId, logRow, owner } from '../contract/samples.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { openCache } from './cache.ts';
import { missingProcedures } from './missing-procedures.ts';
import { deleteCaches } from './old-caches.ts';

beforeEach(freshBrowser);

cacheContract('IndexedDB', () => openCache(owner()));

const names = async () => (await indexedDB.databases()).map(({ name }) => name?.split(':')[0]).sort();
const hash = (letter: string) => procedureHashSchema.parse(letter.repeat(64));

describe('the cache on the phone', () => {
  test('writes are relaxed: what it holds can be fetched again', async () => {
    const cache = openCache(owner());
    await cache.read((tx) => tx.meta());
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await cache.write((tx) => tx.putLog(0, [logRow(1)]));
    expect(spy.mock.calls.map(([, , options]) => options?.durability)).toEqual(['relaxed']);
    spy.mockRestore();
  });

  test('a procedure is kept by its hash as it came', async () => {
    const cache = openCache(owner());
    const content = { steps: [{ id: 's01', title: { fr: 'Contrôle', en: 'Check' } }], unknown: [null, 1.5] };
    await cache.putProcedure({ hash: hash('b'), content });
    await cache.putProcedure({ hash: hash('a'), content: {} });
    expect(await cache.procedure(hash('b'))).toEqual(content);
    expect(await cache.procedure(hash('c'))).toBeUndefined();
    expect(await cache.procedureHashes()).toEqual([hash('a'), hash('b')]);
    await cache.deleteProcedures([hash('a'), hash('c')]);
    expect(await cache.procedures()).toEqual([{ hash: hash('b'), content }]);
  });

  test('an overview holds of each execution on screen its life and its last row, and no more', async () => {
    const cache = openCache(owner());
    const life = (q: number, x: number): LogRow => ({ ...logRow(q, { x }), k: 'suspend' });
    await cache.write(async (tx) => {
      await tx.putLog(1, [logRow(1, { x: 1 }), life(2, 1), logRow(3, { x: 1 }), logRow(4, { x: 1 }), life(10, 2), logRow(5, { x: 3 })]);
      await tx.putLog(0, [life(1, 1), life(2, 4)]);
      await tx.putMeta({ cursor: null, inc: null, shown: 1, building: null, wholeAt: null, leaving: [] });
    });
    expect(await cache.overview()).toEqual(
      new Map([
        [executionId(3), { life: [], last: logRow(5, { x: 3 }) }],
        [executionId(2), { life: [life(10, 2)], last: life(10, 2) }],
        [executionId(1), { life: [life(2, 1)], last: logRow(4, { x: 1 }) }],
      ]),
    );
  });

  test('a version is missing when it is published or was started on, and its bytes are not here', async () => {
    const cache = openCache(owner());
    const published = (letter: string, gone = false): RefRow => {
      const body = gone ? null : { id: letter, slug: letter, version: 1, hash: hash(letter), publishedAt: 1 };
      return refRowSchema.parse({ kind: 'procedure', id: letter, q: 1, body });
    };
    const started: LogRow = { ...logRow(1), k: 'start', p: { procedure: hash('d'), site: executionId(1), roles: [] } };
    await cache.write(async (tx) => {
      for (const row of [published('a'), published('b'), published('c', true)]) await tx.putRef(0, row);
      await tx.putLog(0, [started, { ...logRow(2, { x: 2 }), k: 'start', p: { procedure: 'nonsense' } }]);
    });
    await cache.putProcedure({ hash: hash('b'), content: {} });
    expect(await missingProcedures(cache)).toEqual([hash('a'), hash('d')]);
  });

  test('another schema is another database; the old ones go, those of others and the outbox stay', async () => {
    await openOutbox(owner()).read((tx) => tx.meta());
    const old = openCache(owner(), 1);
    await old.write((tx) => tx.putLog(0, [logRow(1)]));
    await openCache(owner(2), 1).read((tx) => tx.meta());
    const current = openCache(owner(), 2);
    await current.write((tx) => tx.putLog(0, [logRow(2)]));
    await deleteCaches(owner(), 2);
    expect(await names()).toEqual(['cache-1', 'cache-2', 'outbox']);
    expect(await openCache(owner(2), 1).read((tx) => tx.meta())).toBeUndefined();
    expect(await current.read((tx) => tx.executions(0))).toEqual([executionId(1)]);
  });

  test('an app left open with the old schema lets go of it and goes on, empty', async () => {
    const old = openCache(owner(), 1);
    await old.write((tx) => tx.putLog(0, [logRow(1)]));
    await deleteCaches(owner(), 2);
    expect(await old.read((tx) => tx.executions(0))).toEqual([]);
  });

  test('at sign-out every cache of the person goes', async () => {
    await openCache(owner(), 1).read((tx) => tx.meta());
    await openCache(owner(), 2).read((tx) => tx.meta());
    await deleteCaches(owner(), null);
    expect(await names()).toEqual([]);
  });
});
