import type { Page } from '@playwright/test';

/** What lies in the outbox of the person signed in, read past the app: operations in the order of their counters, photos, drafts. */
export interface Disk {
  readonly operations: readonly {
    readonly id: string;
    readonly i: number;
    readonly k: string;
    readonly x: string;
    readonly s?: string;
    readonly p: object;
  }[];
  readonly acked: number;
  readonly photos: readonly { readonly sha: string; readonly size: number; readonly state: string }[];
  readonly drafts: readonly { readonly s: string; readonly value: unknown }[];
  /** Records set aside by the server. */
  readonly asides: number;
}

export const readDisk = (page: Page): Promise<Disk> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('outbox:') ? [name] : []));
    const [name, ...others] = names;
    if (name === undefined || others.length > 0) throw new Error(`${names.length} outboxes on this phone`);
    const db = await answer(indexedDB.open(name));
    try {
      const stores = ['meta', 'ops', 'photos', 'drafts', 'aside'];
      const begin = () => db.transaction(stores);
      let tx: IDBTransaction;
      try {
        tx = begin();
      } catch {
        // A journey whose browser closes handles every now and then closes this one too.
        tx = begin();
      }
      const all = (store: string) => answer(tx.objectStore(store).getAll());
      const [meta] = await all('meta');
      return {
        operations: await all('ops'),
        acked: meta.acked.i,
        photos: await all('photos'),
        drafts: await all('drafts'),
        asides: (await all('aside')).length,
      };
    } finally {
      db.close();
    }
  });

/**
 * Keeps every write of the outbox waiting, as a disk does that is slow or busy: a transaction of our own stands before them.
 * @returns what lets them go on
 */
export async function holdDisk(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('outbox:'))?.name;
    if (name === undefined) throw new Error('no outbox on this phone');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const standing = db.transaction([...db.objectStoreNames], 'readwrite');
    const meta = standing.objectStore('meta');
    await new Promise<void>((resolve) => {
      // A transaction lives as long as it is asked something.
      const ask = () => {
        meta.count().onsuccess = () => {
          resolve();
          if (!Reflect.has(window, 'diskIsFree')) ask();
        };
      };
      standing.oncomplete = () => db.close();
      ask();
    });
  });
  return () => page.evaluate(() => void Reflect.set(window, 'diskIsFree', true));
}

/** How many records the note beside the outbox counts as unsent. */
export const noted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const cache = await caches.open('heliograph-sentinel');
    const notes = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.json()));
    return Math.max(0, ...notes.map(({ highest, acked }) => highest - acked));
  });

/** How many records and photos lie in the second copy of what was not sent. */
export const spared = (page: Page): Promise<{ records: number; photos: number }> =>
  page.evaluate(async () => {
    const paths = (await (await caches.open('heliograph-spare')).keys()).map(({ url }) => new URL(url).pathname);
    const pieces = paths.flatMap((path) => {
      const [, from, to] = /\/records\/[^/]+\/(\d+)-(\d+)$/.exec(path) ?? [];
      return from === undefined ? [] : [Number(to) - Number(from) + 1];
    });
    return { records: pieces.reduce((sum, one) => sum + one, 0), photos: paths.filter((path) => path.includes('/photos/')).length };
  });
