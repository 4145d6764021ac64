import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OTHER_BROWSERS, runOtherBrowsers } from '../other-browsers/run.ts';
import { type Part, script, type Tally } from './part.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly skipped: number; readonly flaky: number };
  readonly errors: readonly { readonly message?: string }[];
}

/** How a suite takes a failure: `again` tries what failed once more, alone; `at once` is for the night, where nothing hurries. */
export interface Manner {
  readonly fails: 'again' | 'at once';
  /** New samples for every property, instead of the same ones each time. */
  readonly isDrawnAnew: boolean;
  /** Every look, lie and kill of the journeys. */
  readonly isWhole: boolean;
}

/** More than this is no crowded machine. */
const MOST_TRIED_AGAIN = 4;

/** Tests of some of the projects of vitest.config.ts. */
export const vitest = (name: string, projects: readonly string[], { fails, isDrawnAnew }: Manner): Part => ({
  name,
  run: async () => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const env = isDrawnAnew ? { PROPERTIES: 'drawn-anew' } : {};
    const pass = (...more: string[]) =>
      withReport<VitestReport>((report) =>
        script(
          'node_modules/vitest/vitest.mjs',
          ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more],
          {
            env,
          },
        ),
      );
    const first = await pass();
    const failed = failedFiles(first.report);
    if (fails === 'at once' || failed.length === 0 || failed.length > MOST_TRIED_AGAIN) return whole(first.code, vitestTally(first.report));
    const { report } = await pass('--maxWorkers=1', ...failed);
    return vitestTallyOfTwo(first.report, report);
  },
});

/** Journeys through the built application in a real browser. */
export const journeys = ({ fails, isWhole }: Manner): Part => ({
  name: 'journeys',
  run: async () => {
    const pass = (...more: string[]) =>
      withReport<PlaywrightReport>((report) =>
        script(
          'packages/tools/node_modules/@playwright/test/cli.js',
          ['test', '-c', 'packages/tools/playwright.config.ts', '--reporter=list,json,packages/tools/src/browser/journal.ts', ...more],
          { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(isWhole ? { JOURNEYS: 'all' } : {}) } },
        ),
      );
    const first = await pass();
    const { unexpected } = first.report.stats;
    if (fails === 'at once' || unexpected === 0 || unexpected > MOST_TRIED_AGAIN) return whole(first.code, playwrightTally(first.report));
    const second = await pass('--last-failed', '--workers=1');
    return playwrightTallyOfTwo(first.report, second.report);
  },
});

/** The short journey without a network in browsers of another make, where they are installed. Where there is none it says so, and counts nothing. */
export const otherBrowsers = ({ fails }: Manner): Part => ({
  name: 'other browsers',
  run: async () => {
    const first = await runOtherBrowsers(OTHER_BROWSERS);
    return first.failed === 0 || fails === 'at once' ? first : runOtherBrowsers(OTHER_BROWSERS);
  },
});

/** A skipped test is a failed one, and a file that could not be loaded has failed at least once. */
export function vitestTally({ numPassedTests, numTotalTests, testResults }: VitestReport): Tally {
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests + broken.length,
    why: broken.map(({ name }) => `${name} could not be run.`),
  };
}

/** A journey that is skipped has failed, and so has one that only its runner's own retry let through. */
export function playwrightTally({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.skipped + stats.flaky + errors.length,
    why: errors.flatMap(({ message }) => message ?? []),
  };
}

const failedFiles = ({ testResults }: VitestReport): string[] => testResults.flatMap(({ name, status }) => (status === 'failed' ? [name] : []));

/** What failed among others counts as it went alone. Both runs are in the output: a test that needs this twice is mended. */
export function vitestTallyOfTwo(first: VitestReport, alone: VitestReport): Tally {
  const kept = first.testResults.filter(({ status }) => status !== 'failed');
  const count = kept.flatMap(({ assertionResults }) => assertionResults);
  const passed = count.filter(({ status }) => status === 'passed').length;
  const again = vitestTally(alone);
  const unseen = failedFiles(first).filter((file) => !alone.testResults.some(({ name }) => name === file));
  return {
    passed: passed + again.passed,
    failed: count.length - passed + again.failed + unseen.length,
    why: [...(again.why ?? []), ...failedFiles(first).map((file) => `${file} failed among others and was run again alone.`)],
  };
}

/** The same for journeys. What was skipped or flaky in the first run stays a failure. */
export function playwrightTallyOfTwo(first: PlaywrightReport, alone: PlaywrightReport): Tally {
  const before = playwrightTally(first);
  const again = playwrightTally(alone);
  const unseen = Math.max(0, first.stats.unexpected - again.passed - again.failed);
  return {
    passed: before.passed + again.passed,
    failed: before.failed - first.stats.unexpected + again.failed + unseen,
    why: [...(again.why ?? []), `${first.stats.unexpected} journeys failed among others and were run again alone.`],
  };
}

/** A runner that ends badly with nothing failed, or finds nothing, has failed. */
function whole(code: number, tally: Tally): Tally {
  const isSilent = code !== 0 && tally.failed === 0;
  if (isSilent) return { ...tally, failed: 1, why: [`The tests passed, but their runner ended with exit code ${code}.`] };
  if (tally.passed + tally.failed === 0) return { passed: 0, failed: 1, why: ['Not one test was found.'] };
  return tally;
}

/** A run and its report, as its runner documents it. */
async function withReport<Report>(suite: (path: string) => Promise<{ code: number }>): Promise<{ code: number; report: Report }> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-report-'));
  try {
    const path = join(folder, 'report.json');
    const { code } = await suite(path);
    return { code, report: JSON.parse(await readFile(path, 'utf8')) as Report };
  } finally {
    await rm(folder, { recursive: true });
  }
}
