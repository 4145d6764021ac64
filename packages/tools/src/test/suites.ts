import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Part, script, type Tally } from './part.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly skipped: number; readonly flaky: number };
  readonly errors: readonly { readonly message?: string }[];
}

/** Tests of some of the projects of vitest.config.ts. */
export const vitest = (name: string, ...projects: string[]): Part => ({
  name,
  run: () =>
    withReport(async (report) => {
      const chosen = projects.flatMap((project) => ['--project', project]);
      const { code } = await script('node_modules/vitest/vitest.mjs', [
        'run',
        ...chosen,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]);
      return { code, tally: vitestTally(await read<VitestReport>(report)) };
    }),
});

/** Journeys through the built application in a real browser. */
export const journeys: Part = {
  name: 'journeys',
  run: () =>
    withReport(async (report) => {
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
      const { code } = await script(
        'packages/tools/node_modules/@playwright/test/cli.js',
        ['test', '-c', 'packages/tools/playwright.config.ts', '--reporter=list,json'],
        {
          env,
        },
      );
      return { code, tally: playwrightTally(await read<PlaywrightReport>(report)) };
    }),
};

/** A skipped test is a failed one, and a file that could not be loaded has failed at least once. */
export function vitestTally({ numPassedTests, numTotalTests, testResults }: VitestReport): Tally {
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests + broken.length,
    why: broken.map(({ name }) => `${name} could not be run.`),
  };
}

/** A journey that only passed at the second try has failed. */
export function playwrightTally({ stats, errors }: PlaywrightReport): Tally {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.skipped + stats.flaky + errors.length,
    why: errors.flatMap(({ message }) => message ?? []),
  };
}

async function withReport(suite: (report: string) => Promise<{ code: number; tally: Tally }>): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-report-'));
  try {
    const { code, tally } = await suite(join(folder, 'report.json'));
    const isSilent = code !== 0 && tally.failed === 0;
    if (isSilent) return { ...tally, failed: 1, why: [`The tests passed, but their runner ended with exit code ${code}.`] };
    if (tally.passed + tally.failed === 0) return { passed: 0, failed: 1, why: ['Not one test was found.'] };
    return tally;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A report as its runner documents it. */
const read = async <Report>(path: string): Promise<Report> => JSON.parse(await readFile(path, 'utf8')) as Report;
