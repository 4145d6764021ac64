import { expect, test } from 'vitest';
import { simulationTally } from './simulation.ts';
import { playwrightTally, playwrightTallyOfTwo, vitestTally, vitestTallyOfTwo } from './suites.ts';

const file = (status: string, assertions: number, name = 'a.test.ts') => ({
  name,
  status,
  assertionResults: Array(assertions).fill({ status: 'passed' }),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({ numPassedTests: 0, numTotalTests: 0, testResults });

test('a skipped test is counted as failed', () => {
  expect(vitestTally({ numPassedTests: 7, numTotalTests: 9, testResults: [file('passed', 9)] })).toMatchObject({ passed: 7, failed: 2 });
});

test('a file that cannot be loaded is counted as failed, and named', () => {
  const { failed, why } = vitestTally({ numPassedTests: 3, numTotalTests: 3, testResults: [file('passed', 3), file('failed', 0)] });
  expect(failed).toBe(1);
  expect(why).toEqual(['a.test.ts could not be run.']);
});

test('a journey that is skipped, or let through by a retry, is counted as failed', () => {
  const stats = { expected: 5, unexpected: 1, skipped: 1, flaky: 1 };
  expect(playwrightTally({ stats, errors: [] })).toMatchObject({ passed: 5, failed: 3 });
});

test('what failed among others counts as it went alone', () => {
  const first = report(file('passed', 5), file('failed', 3, 'b.test.ts'));
  const alone = { ...report(file('passed', 3, 'b.test.ts')), numPassedTests: 3, numTotalTests: 3 };
  expect(vitestTallyOfTwo(first, alone)).toMatchObject({ passed: 8, failed: 0 });
  expect(vitestTallyOfTwo(first, { ...alone, numPassedTests: 2 })).toMatchObject({ passed: 7, failed: 1 });
  expect(vitestTallyOfTwo(first, report())).toMatchObject({ passed: 5, failed: 1 });
});

test('a journey that failed twice has failed, and so has one that was not found again', () => {
  const first = { stats: { expected: 5, unexpected: 2, skipped: 0, flaky: 0 }, errors: [] };
  const alone = (expected: number, unexpected: number) => ({ stats: { expected, unexpected, skipped: 0, flaky: 0 }, errors: [] });
  expect(playwrightTallyOfTwo(first, alone(2, 0))).toMatchObject({ passed: 7, failed: 0 });
  expect(playwrightTallyOfTwo(first, alone(1, 1))).toMatchObject({ passed: 6, failed: 1 });
  expect(playwrightTallyOfTwo(first, alone(1, 0))).toMatchObject({ passed: 6, failed: 1 });
});

test('journeys that could not even begin are a failure with its reason', () => {
  const stats = { expected: 0, unexpected: 0, skipped: 0, flaky: 0 };
  expect(playwrightTally({ stats, errors: [{ message: 'No Chromium' }] })).toEqual({ passed: 0, failed: 1, why: ['No Chromium'] });
});

test('each seed with a violation counts, and a simulation that stops in the middle has failed', () => {
  expect(simulationTally('1000 seeds, 87180 operations, 0 seeds with violations, 0 states unreached\n')).toEqual({ passed: 2, failed: 0 });
  expect(simulationTally('1000 seeds, 87180 operations, 3 seeds with violations, 2 states unreached\n')).toEqual({ passed: 0, failed: 4 });
  expect(simulationTally('412 of 1000 seeds, 30 s\n')).toMatchObject({ passed: 0, failed: 1 });
});
