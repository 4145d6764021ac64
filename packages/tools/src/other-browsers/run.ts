import { rm } from 'node:fs/promises';
import { copyDataDir, seedDataDir, startServer } from '../browser/server.ts';
import type { Tally } from '../test/part.ts';
import type { Browser } from './driver.ts';
import { firefox } from './firefox.ts';
import { workWithoutServer } from './journeys.ts';
import { webkit } from './webkit.ts';

export const OTHER_BROWSERS: readonly Browser[] = [firefox, webkit];

/** The promises of the short offline journey; one that is not reached has failed. */
const PROMISES = 3;

/** Runs it in each of these browsers that is installed, and says which is not. */
export async function runOtherBrowsers(browsers: readonly Browser[]): Promise<Tally> {
  const here = browsers.filter((browser) => browser.isInstalled());
  for (const { name } of browsers.filter((browser) => !here.includes(browser)))
    console.log(`  ${name} is not installed on this machine: npm run test:browsers installs it on Debian.`);
  const sum = { passed: 0, failed: 0, why: [] as string[] };
  if (here.length === 0) return sum;
  const seed = await seedDataDir();
  for (const browser of here) {
    const { passed, problem } = await tryIn(browser, seed);
    sum.passed += passed;
    sum.failed += PROMISES - passed;
    if (problem !== null) sum.why.push(`${browser.name}: ${problem}`);
  }
  await rm(seed, { recursive: true, force: true });
  return sum;
}

async function tryIn(browser: Browser, seed: string): Promise<{ passed: number; problem: string | null }> {
  const dataDir = await copyDataDir(seed);
  let server = await startServer({ dataDir });
  let passed = 0;
  const { port } = server;
  const restart = async () => {
    server = await startServer({ dataDir, port });
    return server;
  };
  const done = (name: string) => (promise: string) => {
    passed += 1;
    console.log(`  ✓ ${name} ${promise}`);
  };
  try {
    const page = await browser.open();
    try {
      await workWithoutServer({ page, server, restart }, done(`${browser.name} ${page.version}`));
      return { passed, problem: null };
    } finally {
      await page.close();
    }
  } catch (error) {
    return { passed, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
