import type { Page } from '@playwright/test';

/** Where the bare answers are. */
export const BARE_ANSWERS = '#bench-floor label';

/**
 * The floor of a tap: two bare radio buttons over the page, each tap on one of them puts a record of the size of an operation into a bare store,
 * in one strict transaction begun at once. The instrument notes them as it notes ours.
 */
export const layBareAnswers = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('floor:bench', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('ops', { keyPath: 'i' });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const pane = document.createElement('div');
    pane.id = 'bench-floor';
    Object.assign(pane.style, { position: 'fixed', inset: '0 0 auto', zIndex: '99', display: 'none', background: 'white' });
    let i = 0;
    for (const text of ['A', 'B']) {
      const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'bench-floor' });
      input.addEventListener('click', () => {
        i++;
        const tx = db.transaction('ops', 'readwrite', { durability: 'strict' });
        tx.objectStore('ops').put({ i, id: crypto.randomUUID(), filler: 'x'.repeat(400) });
      });
      const label = document.createElement('label');
      Object.assign(label.style, { display: 'inline-block', padding: '24px' });
      label.append(input, text);
      pane.append(label);
    }
    document.body.append(pane);
  });

export const showBareAnswers = (page: Page, isShown: boolean): Promise<void> =>
  page.evaluate((display) => document.getElementById('bench-floor')?.style.setProperty('display', display), isShown ? 'block' : 'none');
