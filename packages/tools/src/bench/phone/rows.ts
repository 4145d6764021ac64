import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@heliograph/domain';
import type { Page } from '@playwright/test';
import { expect, launchPhone, signIn } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { against, type Bench, type Effort, type Measure, median, percentile, plain } from '../measure.ts';
import { openClient, TECHNICIAN } from '../server/client.ts';
import { findWork, type Work } from '../server/workload.ts';
import { MID_PHONE_RATE } from './lab.ts';

const ROWS = 10_000;
const BATCH = 500;
const OPENINGS: Record<Effort, number> = { short: 3, full: 9 };
const DESK = { width: 1440, height: 900 };

/** The office's list of everything that was done, where ten thousand things were: its first page, and every page of it under a finger. */
export const rows: Bench = {
  name: 'rows',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const server = await startDemo();
    const desk = await launchPhone({ origin: server.origin, size: DESK });
    try {
      const client = await openClient(fetch, server.origin, TECHNICIAN);
      await begin(await findWork(client), client.phone(crypto.randomUUID()));
      await signIn(desk.page, 'supervisor@demo.test', '/office');
      await desk.page.locator('main tbody tr').first().waitFor();
      const openings: Opening[] = [];
      for (let n = 0; n < OPENINGS[effort]; n++) openings.push(await open(desk.page));
      await unfold(desk.page);
      await desk.slowDown(MID_PHONE_RATE);
      return [...firstPage(openings), ...scrolled(await scroll(desk.page))];
    } finally {
      await desk.close();
      await server.stop();
    }
  },
};

/** One execution after the other, begun and no more. */
async function begin({ site, procedures: [procedure] }: Work, exchange: ReturnType<Awaited<ReturnType<typeof openClient>>['phone']>): Promise<void> {
  const starts = Array.from({ length: ROWS }, (_, at) => {
    const [id, x] = [uuidv7(Date.now(), randomBytes(10)), uuidv7(Date.now(), randomBytes(10))];
    const p = { procedure: procedure?.hash, site, roles: ['technician'] };
    return { i: at + 1, id, v: 1, x, k: 'start', p, w: Date.now() - (ROWS - at) * 1000, z: 60, o: 0, n: 1 };
  });
  for (let at = 0; at < ROWS; at += BATCH) await exchange(starts.slice(at, at + BATCH));
}

/** Milliseconds from a tap on “interventions”. */
interface Opening {
  /** Until the first page is on the screen. */
  readonly painted: number;
  /** Of it, what the server and the way to it took. */
  readonly asked: number;
}

async function open(page: Page): Promise<Opening> {
  await page.goto('/office/sites');
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const opened = page.evaluate(
    () =>
      new Promise<{ painted: number; asked: number }>((resolve) => {
        let tapped = 0;
        addEventListener('click', () => (tapped = performance.now()), { capture: true, once: true });
        const looking = new MutationObserver(() => {
          if (document.querySelector('main tbody tr') === null) return;
          looking.disconnect();
          const answers = performance
            .getEntriesByType('resource')
            .filter(({ name, startTime }) => name.includes('execution.list') && startTime >= tapped);
          const asked = Math.max(0, ...answers.map(({ duration }) => duration));
          requestAnimationFrame(() => requestAnimationFrame(() => resolve({ painted: performance.now() - tapped, asked })));
        });
        looking.observe(document, { childList: true, subtree: true });
      }),
  );
  await page.locator('nav a[href="/office"]').first().click();
  return opened;
}

const firstPage = (openings: readonly Opening[]): Measure[] => {
  const asked = median(openings.map((one) => one.asked));
  const painted = median(openings.map((one) => one.painted));
  const name = `list of ${ROWS.toLocaleString('en')} interventions, first page on the desk`;
  return [
    against(asked, { name, value: painted, unit: 'ms' }),
    plain({ name: `${name}, without the server’s answer`, value: painted - asked, unit: 'ms', target: '≤ 100' }),
  ];
};

/** Page after page, until nothing more is offered. */
async function unfold(page: Page): Promise<void> {
  const table = page.locator('main table');
  // The names of the columns are a row too.
  const shown = () => table.evaluate((it: HTMLTableElement) => (it.ariaRowCount === null ? it.rows.length : Number(it.ariaRowCount)) - 1);
  for (let before = await shown(); before < ROWS; before = await shown()) {
    await page.getByRole('button', { name: /^Afficher la suite/ }).click();
    await expect.poll(shown).toBeGreaterThan(before);
  }
}

/** How long each frame stood while the whole list went by, ms. */
const scroll = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        let last = performance.now();
        scrollTo(0, 0);
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          scrollBy(0, innerHeight);
          const isOver = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
          if (isOver) resolve(frames.slice(1));
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

const scrolled = (frames: readonly number[]): Measure[] => {
  const name = `${ROWS.toLocaleString('en')} rows scrolled a screen a frame, processor at ${MID_PHONE_RATE}×`;
  return [
    plain({ name: `${name}, frame p50`, value: median(frames), unit: 'ms', target: '≤ 33' }),
    plain({ name: `${name}, frame p95`, value: percentile(frames, 0.95), unit: 'ms', target: '≤ 100' }),
  ];
};
