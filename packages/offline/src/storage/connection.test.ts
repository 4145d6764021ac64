import { IDBOpenDBRequest as FakeOpening, forceCloseDatabase } from 'fake-indexeddb';
import type { DBSchema } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { type Connection, connect } from './connection.ts';
import { asOpeningError, asStorageError, StorageError } from './storage-error.ts';

interface Taps extends DBSchema {
  taps: { key: number; value: string };
}

const PATIENCE = 40;
const open = (): Connection<Taps> =>
  connect<Taps>({ name: 'taps', create: (db) => void db.createObjectStore('taps'), durability: 'strict', patience: PATIENCE });
const put = (db: Connection<Taps>, key: number, value = 'ok') => db.write((tx, requests) => requests.write(tx.objectStore('taps').put(value, key)));
const all = (db: Connection<Taps>) => db.read((tx, { answer }) => answer(tx.objectStore('taps').getAllKeys()));
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof StorageError ? error.problem : error),
  );

const never = new Promise<never>(() => undefined);
/** Replaces a method of the browser for its next `times` calls. */
function breakNext(times: number, where: IDBDatabase, how: (original: IDBDatabase['transaction']) => IDBDatabase['transaction']): void {
  const original = where.transaction;
  let left = times;
  vi.spyOn(where, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const healthy = original.bind(this);
    return left-- > 0 ? how(healthy)(...args) : healthy(...args);
  });
}
const lost = () => () => {
  throw new DOMException('The database connection is closing.', 'InvalidStateError');
};

beforeEach(freshBrowser);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a handle that dies', () => {
  test('is dropped and reopened, and the same transaction is tried again', async () => {
    const db = open();
    await put(db, 1);
    const openings = vi.spyOn(indexedDB, 'open');
    breakNext(3, IDBDatabase.prototype, lost);
    await put(db, 2);
    expect(openings).toHaveBeenCalledTimes(3);
    expect(await all(db)).toEqual([1, 2]);
  });

  test('four times in a row is a failure, and nothing was kept', async () => {
    const db = open();
    await put(db, 1);
    breakNext(4, IDBDatabase.prototype, lost);
    expect(await problemOf(put(db, 2))).toBe('lost');
    expect(await all(db)).toEqual([1]);
  });

  test('in the middle of a transaction loses nothing and doubles nothing', async () => {
    const db = open();
    await put(db, 1);
    let runs = 0;
    await db.write(async (tx, { answer, write }) => {
      runs += 1;
      const count = await answer(tx.objectStore('taps').count());
      await write(tx.objectStore('taps').put('second', count + 1));
      if (runs === 1) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    });
    expect(runs).toBe(2);
    expect(await all(db)).toEqual([1, 2]);
  });

  test('because the browser closed it is not used again', async () => {
    const db = open();
    await put(db, 1);
    const handles = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await put(db, 2);
    const openings = vi.spyOn(indexedDB, 'open');
    forceCloseDatabase(handles.mock.contexts[0] as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    handles.mockClear();
    await put(db, 3);
    expect(openings).toHaveBeenCalledTimes(1);
    expect(handles).toHaveBeenCalledTimes(1);
    expect(await all(db)).toEqual([1, 2, 3]);
  });

  test('it never stands in the way of another version or a deletion', async () => {
    const db = open();
    await put(db, 1);
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('taps');
      deleting.onsuccess = () => resolve();
      deleting.onblocked = () => reject(new Error('blocked'));
    });
    expect(await all(db)).toEqual([]);
  });
});

describe('a database that is silent', () => {
  test('an opening that never answers is tried twice, then is a typed failure', async () => {
    const openings = vi.spyOn(indexedDB, 'open').mockImplementation(() => new FakeOpening());
    expect(await problemOf(put(open(), 1))).toBe('hung');
    expect(openings).toHaveBeenCalledTimes(2);
  });

  test('an opening that hangs once does no harm', async () => {
    const original = indexedDB.open.bind(indexedDB);
    const opening = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => new FakeOpening());
    const db = open();
    await put(db, 1);
    opening.mockImplementation(original);
    expect(await all(db)).toEqual([1]);
  });

  test('an opening that answers after we gave up is closed again: it would stand in the way for ever', async () => {
    const original = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementationOnce((...args) => {
      const request = original(...args);
      const listen = request.addEventListener.bind(request);
      request.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
        const late = (event: Event) => void setTimeout(() => typeof listener === 'function' && listener(event), PATIENCE * 2);
        listen(type, type === 'success' ? late : listener);
      };
      return request;
    });
    const db = open();
    await put(db, 1);
    db.close();
    await new Promise((resolve) => setTimeout(resolve, PATIENCE * 3));
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('taps');
      deleting.onsuccess = () => resolve();
      deleting.onblocked = () => reject(new Error('a forgotten handle'));
    });
  });

  test('a database that cannot be opened is a typed failure, and is tried afresh the next time', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const db = open();
    expect(await problemOf(put(db, 1))).toBe('unopenable');
    opening.mockRestore();
    await put(db, 1);
    expect(await all(db)).toEqual([1]);
  });

  test('a transaction without an answer is undone and tried again: kept once', async () => {
    const db = open();
    await put(db, 1);
    let runs = 0;
    await db.write(async (tx, { answer, write }) => {
      runs += 1;
      await write(tx.objectStore('taps').put('x', 10 + runs));
      // Keeps the transaction alive with requests whose answers never reach us.
      if (runs === 1) await answer(stuck(tx.objectStore('taps')));
    });
    expect(runs).toBe(2);
    expect(await all(db)).toEqual([1, 12]);
  });

  test('a long list of answers is no silence', async () => {
    const db = open();
    let runs = 0;
    await db.write(async (tx, { answer }) => {
      runs += 1;
      const until = performance.now() + PATIENCE * 3;
      while (performance.now() < until) await answer(tx.objectStore('taps').get(1));
    });
    expect(runs).toBe(1);
  });
});

/** Requests after requests, so that the transaction does not end, and never an answer. */
function stuck(store: { get(key: number): Promise<unknown> }): Promise<never> {
  let turns = 0;
  const again = (): void => {
    turns += 1;
    if (turns < 5000) void store.get(turns).then(again, () => undefined);
  };
  again();
  return never;
}

describe('a transaction that fails', () => {
  test('a disk that answers success and then aborts is a failure', async () => {
    const db = open();
    await put(db, 1);
    const quota = new DOMException('full', 'QuotaExceededError');
    breakNext(1, IDBDatabase.prototype, (original) => (...args) => {
      const tx = original(...args);
      Object.defineProperty(tx, 'error', { get: () => quota });
      const store = tx.objectStore('taps');
      // As measured: the request succeeds, the commit does not.
      const request = store.put('ghost', 2);
      request.addEventListener('success', () => tx.abort());
      Object.defineProperty(tx, 'commit', { value: () => undefined });
      return tx;
    });
    expect(await problemOf(put(db, 3))).toBe('quota');
    expect(await all(db)).toEqual([1]);
    await put(db, 4);
    expect(await all(db)).toEqual([1, 4]);
  });

  test('work that refuses keeps its own words and undoes everything', async () => {
    const db = open();
    const refusing = db.write(async (tx, { write }) => {
      await write(tx.objectStore('taps').put('x', 1));
      throw new RangeError('too long');
    });
    await expect(refusing).rejects.toThrow(new RangeError('too long'));
    expect(await all(db)).toEqual([]);
  });

  test('a write that fails after everything was handed over undoes the rest', async () => {
    const db = open();
    await put(db, 1);
    const writing = db.write(async (tx, { write }) => {
      await write(tx.objectStore('taps').put('x', 2));
      await write(tx.objectStore('taps').add('y', 1));
    });
    expect(await problemOf(writing)).toBe('refused');
    expect(await all(db)).toEqual([1]);
  });

  test('a value that cannot be stored fails the transaction as a bug of ours, once', async () => {
    const db = open();
    let runs = 0;
    const writing = db.write(async (tx, { write }) => {
      runs += 1;
      await write(tx.objectStore('taps').put('x', 1));
      await write(tx.objectStore('taps').put((() => undefined) as unknown as string, 2));
    });
    expect(await problemOf(writing)).toBe('refused');
    expect([runs, await all(db)]).toEqual([1, []]);
  });

  test('work that waits for something else than its transaction is a bug of ours and is not run twice', async () => {
    const db = open();
    let runs = 0;
    const writing = db.write(async (tx, { write }) => {
      runs += 1;
      await write(tx.objectStore('taps').put('x', runs));
      await new Promise((resolve) => setTimeout(resolve, 10));
      await write(tx.objectStore('taps').put('y', 10 + runs));
    });
    expect(await problemOf(writing)).toBe('refused');
    expect(runs).toBe(1);
  });
});

test('a browser that forbids this site to keep anything is told from one that fails', () => {
  const insecure = new DOMException('The operation is insecure.', 'SecurityError');
  expect(asStorageError(insecure)).toMatchObject({ problem: 'forbidden' });
  const problems = ['SecurityError', 'QuotaExceededError', 'Silence', 'UnknownError', 'VersionError'].map((name) => new DOMException('', name));
  expect(problems.map((error) => asOpeningError(error).problem)).toEqual(['forbidden', 'quota', 'hung', 'unopenable', 'unopenable']);
  expect(asStorageError(new Error('a bug of ours'))).not.toBeInstanceOf(StorageError);
});
