import type { Page } from '@playwright/test';
import { expect, launchPhone, signIn } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { type Bench, type Effort, median, plain } from '../measure.ts';
import { MID_PHONE_RATE } from './lab.ts';

const ASSETS = 5000;
/** Strings below one inverter. */
const STRINGS = 24;
const OPENINGS: Record<Effort, number> = { short: 3, full: 7 };
const SUPERVISOR = 'admin@demo.test';

/** From a finger on "equipment" to the top of the tree on the screen, on a phone that has not looked at it since it was started. */
export const tree: Bench = {
  name: 'tree',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const server = await startDemo();
    const phone = await launchPhone({ origin: server.origin });
    try {
      const { page } = phone;
      await signIn(page, SUPERVISOR, '/office');
      await bringEquipment(page, server.origin);
      await page.goto('/app');
      await expect.poll(() => page.evaluate(countOfEquipment), { timeout: 120_000 }).toBeGreaterThan(ASSETS);
      await phone.slowDown(MID_PHONE_RATE);
      const times: number[] = [];
      for (let n = 0; n < OPENINGS[effort]; n++) times.push(await open(page));
      return [plain({ name: `tree of ${ASSETS.toLocaleString('en')} assets, mid phone`, value: median(times), unit: 'ms', target: '≤ 300' })];
    } finally {
      await phone.close();
      await server.stop();
    }
  },
};

async function bringEquipment(page: Page, origin: string): Promise<void> {
  const sites = await page.request.get('/api/trpc/site.list?input=%7B%7D');
  const [site] = (await sites.json()).result.data.items;
  const rows = Array.from({ length: ASSETS }, (_, n) => {
    const inverter = `BANC-${n - (n % (STRINGS + 1))}`;
    return n % (STRINGS + 1) === 0 ? `${inverter};string_inverter;Onduleur ${n};` : `BANC-${n};string;Chaîne ${n};${inverter}`;
  });
  const answer = await page.request.post(`/api/import/assets?dry=0&site=${site.id}`, {
    headers: { origin, 'content-type': 'text/csv' },
    data: ['numéro;type;nom;parent', ...rows].join('\n'),
  });
  const text = await answer.text();
  if (!text.includes(`"created":${ASSETS}`)) throw new Error(text.slice(-500));
}

/** Milliseconds from the tap to the frame that shows the rows. */
async function open(page: Page): Promise<number> {
  await page.goto('/app/more');
  const link = page.locator('main a[href="/app/assets"]');
  await link.waitFor();
  await page.waitForLoadState('networkidle');
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let tapped = 0;
        addEventListener('click', () => (tapped = performance.now()), { capture: true, once: true });
        const looking = new MutationObserver(() => {
          if (document.querySelector('main a[href^="/app/assets/"]') === null) return;
          looking.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - tapped)));
        });
        looking.observe(document, { childList: true, subtree: true });
      }),
  );
  await link.tap();
  return shown;
}

/** Runs in the page: how much equipment the cache holds. */
async function countOfEquipment(): Promise<number> {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('cache-'))?.name;
  if (name === undefined) return 0;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const rows = await new Promise<number>((resolve, reject) => {
    const counting = db.transaction('refs').objectStore('refs').count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
  });
  db.close();
  return rows;
}
