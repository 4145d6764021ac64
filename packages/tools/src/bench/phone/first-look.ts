import type { Page } from '@playwright/test';
import { launchPhone, type Phone, signIn, waitUntilReady } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { against, type Bench, type Effort, type Measure, median } from '../measure.ts';
import { TECHNICIAN } from '../server/client.ts';
import { serveBareNext } from './bare-next.ts';
import { MID_PHONE_RATE } from './lab.ts';

/** What Lighthouse takes for a phone, beside the processor of a mid phone: a slow 4G network, in ms and bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const LOOKS: Record<Effort, number> = { short: 1, full: 5 };
/** Nothing heavy follows a quiet moment as long as this. */
const QUIET_MS = 2_000;

declare global {
  interface Window {
    firstLook: { largest: number; blocked: number; busyAt: number };
  }
}

/** The largest thing on the screen, and how long a finger would have found nobody at home: the first visit, and Today once more. */
export const firstLook: Bench = {
  name: 'first look',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const bare = await serveBareNext();
    const server = await startDemo();
    try {
      const [floor, signInPage] = [new Looks(), new Looks()];
      for (let n = 0; n < LOOKS[effort]; n++) {
        floor.add(await asNew(bare.origin));
        signInPage.add(await asNew(server.origin, '/app'));
      }
      const today = await again(server.origin, LOOKS[effort]);
      return [...signInPage.over(floor, 'sign-in, first visit'), ...today.over(floor, 'Today, opened again')];
    } finally {
      await server.stop();
      await bare.close();
    }
  },
};

interface Look {
  readonly largest: number;
  readonly blocked: number;
}

class Looks {
  readonly #all: Look[] = [];

  add(look: Look): void {
    this.#all.push(look);
  }

  over(floor: Looks, name: string): Measure[] {
    const figure = (looks: Looks, key: keyof Look) => median(looks.#all.map((look) => look[key]));
    return [
      against(figure(floor, 'largest'), { name: `largest paint, ${name}`, value: figure(this, 'largest'), unit: 'ms', target: '≤ 1,500' }),
      against(figure(floor, 'blocked'), { name: `blocking time, ${name}`, value: figure(this, 'blocked'), unit: 'ms', target: '≤ 300' }),
    ];
  }
}

/** A phone that was never here. */
async function asNew(origin: string, path = '/'): Promise<Look> {
  const phone = await launchPhone({ origin });
  try {
    await slow(phone);
    return await look(phone.page, path);
  } finally {
    await phone.close();
  }
}

/** A phone that holds everything, started again with its network. */
async function again(origin: string, count: number): Promise<Looks> {
  const phone = await launchPhone({ origin });
  try {
    await signIn(phone.page, TECHNICIAN);
    await waitUntilReady(phone.page);
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    await slow(phone);
    const looks = new Looks();
    for (let n = 0; n < count; n++) looks.add(await look(phone.page, '/app'));
    return looks;
  } finally {
    await phone.close();
  }
}

async function slow(phone: Phone): Promise<void> {
  await (await phone.devtools()).send('Network.emulateNetworkConditions', SLOW_4G);
  await phone.slowDown(MID_PHONE_RATE);
  await phone.page.addInitScript(watch);
}

async function look(page: Page, path: string): Promise<Look> {
  await page.goto(path);
  await page.waitForFunction((quiet) => performance.now() - window.firstLook.busyAt > quiet, QUIET_MS, { timeout: 60_000 });
  return page.evaluate(() => window.firstLook);
}

/** Runs in the page, before any script of it. Blocked: what each long task takes beyond 50 ms, as in Lighthouse's total blocking time. */
function watch() {
  const found = { largest: 0, blocked: 0, busyAt: 0 };
  window.firstLook = found;
  const follow = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
      found.busyAt = performance.now();
    }).observe({ type, buffered: true });
  follow('largest-contentful-paint', ({ startTime }) => {
    found.largest = startTime;
  });
  follow('longtask', ({ duration }) => {
    found.blocked += Math.max(0, duration - 50);
  });
  follow('resource', () => undefined);
}
