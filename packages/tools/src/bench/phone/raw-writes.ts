import type { Page } from '@playwright/test';

/** The floor of a tap: one record of the size of an operation, put into a bare store in one strict transaction. Milliseconds each. */
export const rawStrictWrites = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (times) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bench-floor', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'i' });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const samples: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      await new Promise((resolve, reject) => {
        const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
        tx.objectStore('rows').put({ i, id: crypto.randomUUID(), filler: 'x'.repeat(400) });
        tx.oncomplete = resolve;
        tx.onabort = () => reject(tx.error);
      });
      samples.push(performance.now() - started);
    }
    db.close();
    indexedDB.deleteDatabase('bench-floor');
    return samples;
  }, count);
