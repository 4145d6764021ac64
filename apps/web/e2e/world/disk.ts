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
      const tx = db.transaction(['meta', 'ops', 'photos', 'drafts', 'aside']);
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
