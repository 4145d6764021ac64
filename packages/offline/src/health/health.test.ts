import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { groundOf } from './ground.ts';
import { askPersistence, measureRoom, probeStorage } from './health.ts';
import { readRoom } from './room.ts';

beforeEach(freshBrowser);

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const IPHONE_CHROME =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0.0.0 Mobile/15E148 Safari/604.1';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';
const at = (userAgent: string, maxTouchPoints: number, isInstalled: boolean) => groundOf({ userAgent, maxTouchPoints, isInstalled, storage: 'kept' });
const blind = (userAgent: string, isInstalled: boolean) => groundOf({ userAgent, maxTouchPoints: 5, isInstalled, storage: 'refused' });

describe('where work may be recorded', () => {
  test('a tab on an iPhone or iPad asks to install first, the installed app records', () => {
    expect([at(IPHONE, 5, false), at(IPHONE_CHROME, 5, false), at(MAC, 5, false)]).toEqual(['install_first', 'install_first', 'install_first']);
    expect([at(IPHONE, 5, true), at(MAC, 5, true)]).toEqual(['ready', 'ready']);
  });

  test('a Mac, an Android phone and a desktop record in a tab', () => {
    expect([at(MAC, 0, false), at(ANDROID, 5, false), at('Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0', 10, false)]).toEqual([
      'ready',
      'ready',
      'ready',
    ]);
  });

  test('nowhere without a storage that keeps what is written', () => {
    expect([blind(ANDROID, true), blind(IPHONE, true)]).toEqual(['read_only', 'read_only']);
  });
});

describe('the probe', () => {
  test('passes where a write is read back, time after time', async () => {
    expect([await probeStorage('a'), await probeStorage('b')]).toEqual(['kept', 'kept']);
  });

  test('tells a phone without room from a browser that keeps nothing', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The serialized value is too large', 'QuotaExceededError');
    });
    expect(await probeStorage('a')).toBe('full');
    put.mockRestore();
    expect(groundOf({ userAgent: ANDROID, maxTouchPoints: 5, isInstalled: true, storage: 'full' })).toBe('full');
  });

  test('fails where IndexedDB is refused, is missing, or forgets', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
    });
    expect(await probeStorage('a')).toBe('refused');
    opening.mockRestore();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      return this.get('nothing');
    });
    expect(await probeStorage('a')).toBe('refused');
    put.mockRestore();
    Reflect.deleteProperty(globalThis, 'indexedDB');
    expect(await probeStorage('a')).toBe('refused');
  });
});

describe('room on the phone', () => {
  const MB = 1_000_000;
  test('is low from four fifths on, or with less than 200 MB left', () => {
    expect(readRoom({ usage: 79 * MB, quota: 2000 * MB }).level).toBe('enough');
    expect(readRoom({ usage: 1599 * MB, quota: 2000 * MB }).level).toBe('enough');
    expect(readRoom({ usage: 1600 * MB, quota: 2000 * MB }).level).toBe('low');
    expect(readRoom({ usage: 101 * MB, quota: 300 * MB })).toEqual({ used: 101 * MB, free: 199 * MB, level: 'low' });
    expect(readRoom({ usage: 5, quota: 3 }).free).toBe(0);
  });

  test('is unknown where the browser does not say, or fails', async () => {
    expect(readRoom({ usage: 3 })).toEqual({ used: 3, free: 0, level: 'unknown' });
    expect((await measureRoom(undefined)).level).toBe('unknown');
    expect((await measureRoom({ estimate: () => Promise.reject(new Error('denied')) } as unknown as StorageManager)).level).toBe('unknown');
  });

  test('the browser is asked once to keep our data, and a refusal is only an answer', async () => {
    const manager = (persisted: boolean, persist: () => Promise<boolean>) =>
      ({ persisted: async () => persisted, persist }) as unknown as StorageManager;
    const persist = vi.fn(async () => true);
    expect(await askPersistence(manager(true, persist))).toBe(true);
    expect(persist).not.toHaveBeenCalled();
    expect(await askPersistence(manager(false, persist))).toBe(true);
    expect(await askPersistence(manager(false, async () => false))).toBe(false);
    expect(await askPersistence(manager(false, () => Promise.reject(new Error('no'))))).toBe(false);
    expect(await askPersistence(undefined)).toBe(false);
  });
});
