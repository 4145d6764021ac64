import type { Page } from '@playwright/test';

/**
 * Changes the newest record of a step in the outbox, past the app: a phone with a fault of ours would send it like this. Resolves once it is on the disk,
 * so that whoever sends next sends it as it is now.
 */
export const spoilRecord = (page: Page, step: string, change: object): Promise<void> =>
  page.evaluate(
    async ([s, over]) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('outbox:'))?.name ?? '';
      const db = await answer(indexedDB.open(name));
      const tx = db.transaction('ops', 'readwrite', { durability: 'strict' });
      const written = new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
      const ops = tx.objectStore('ops');
      const record = (await answer(ops.getAll())).findLast((one) => one.s === s);
      ops.put({ ...record, ...over });
      await written;
      db.close();
    },
    [step, change] as const,
  );

/** Turns one bit of every photo slice on the phone, as an old flash does (H10). */
export const spoilPhotos = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('outbox:'))?.name ?? '';
    const db = await answer(indexedDB.open(name));
    const tx = db.transaction('slices', 'readwrite', { durability: 'strict' });
    const written = new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    const slices = tx.objectStore('slices');
    for (const key of await answer(slices.getAllKeys())) {
      const bytes = new Uint8Array(await answer(slices.get(key)));
      bytes[9] = (bytes[9] ?? 0) ^ 1;
      slices.put(bytes.buffer, key);
    }
    await written;
    db.close();
  });
