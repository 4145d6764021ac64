import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStep } from '../../browser/demo-data.ts';
import { expect, launchPhone, type Server, signIn, waitUntilReady } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { type Bench, type Effort, median, plain } from '../measure.ts';
import { openClient, TECHNICIAN } from '../server/client.ts';
import { findWork, recorder } from '../server/workload.ts';
import { instrument } from './instrument.ts';
import { PHONE_RATE } from './lab.ts';

const OPERATIONS = 10_000;
const BATCH = 1_000;
const STARTS: Record<Effort, number> = { short: 3, full: 5 };

/** A phone that holds months of work is opened without a network, at a step. */
export const coldStart: Bench = {
  name: 'cold start',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const server = await startDemo();
    const profileDir = await mkdtemp(join(tmpdir(), 'heliograph-full-phone-'));
    try {
      const step = await fillPhone(server, profileDir);
      const samples: number[] = [];
      for (let n = 0; n < STARTS[effort]; n++) samples.push(await startCold(server.origin, profileDir, step));
      const name = `offline cold start to a usable step, ${OPERATIONS.toLocaleString('en')} operations held, phone`;
      return [plain({ name, value: median(samples) / 1000, unit: 's', target: '≤ 1.5' })];
    } finally {
      await server.stop();
      await rm(profileDir, { recursive: true, force: true });
    }
  },
};

/** Another phone of the same person has worked for months; this one gets it all. Answers the path of a step to open. */
async function fillPhone({ origin }: Server, profileDir: string): Promise<string> {
  const client = await openClient(fetch, origin, TECHNICIAN);
  const busy = recorder(await findWork(client));
  const exchange = client.phone(busy.device);
  for (let sent = 0; sent < OPERATIONS; sent += BATCH) await exchange(busy.next(BATCH));
  const phone = await launchPhone({ origin, profileDir });
  await signIn(phone.page, TECHNICIAN);
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => phone.page.evaluate(holdsRows, OPERATIONS), { timeout: 180_000 }).toBe(true);
  await waitUntilReady(phone.page);
  const { execution, id } = await findStep(phone.page, 'check', { isPlain: true });
  await phone.close();
  return `/app/executions/${execution}/steps/${id}`;
}

/** Milliseconds from nothing to a step whose input can be used. */
async function startCold(origin: string, profileDir: string, path: string): Promise<number> {
  const phone = await launchPhone({ origin, profileDir });
  await phone.setOnline(false);
  await phone.slowDown(PHONE_RATE);
  await instrument(phone.page);
  await phone.page.goto(path);
  const usable = await phone.page.waitForFunction(() => window.benchNotes.usable, undefined, { timeout: 120_000 });
  const ms = await usable.jsonValue();
  await phone.kill();
  return ms ?? Number.NaN;
}

/** Runs in the page: whether the cache holds that many operations. */
async function holdsRows(least: number): Promise<boolean> {
  const cache = (await indexedDB.databases()).find(({ name }) => name?.startsWith('cache-'))?.name;
  if (cache === undefined) return false;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(cache);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const rows = await new Promise<number>((resolve, reject) => {
    const counting = db.transaction('log').objectStore('log').count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
  });
  db.close();
  return rows >= least;
}
