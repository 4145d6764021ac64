import { COVERAGE } from '@heliograph/sync/simulator';
import { expect, test } from 'vitest';
import { Summary } from './summary.ts';
import type { Outcome } from './worker.ts';

const outcome = (covered: readonly string[], violations: readonly string[] = []): Outcome => ({
  seed: 1,
  mood: 'calm',
  operations: 10,
  violations,
  covered,
});

function summaryOf(seeds: number, covered: readonly string[]) {
  const summary = new Summary();
  for (let n = 0; n < seeds; n++) summary.add(outcome(covered));
  return summary;
}

test('one violation in one seed fails the whole run', () => {
  const summary = summaryOf(3, []);
  summary.add(outcome([], ['I1: a tick is missing']));
  expect(summary.hasFailed).toBe(true);
  expect(summary.failures).toHaveLength(1);
});

test('a thousand seeds that never reach a bad state prove nothing, and fail', () => {
  const [forgotten, ...others] = COVERAGE;
  expect(summaryOf(1000, COVERAGE).hasFailed).toBe(false);
  expect(summaryOf(1000, others).unreached).toEqual([`${forgotten} (0 seeds)`]);
});

test('a few seeds are not asked to reach everything', () => {
  expect(summaryOf(20, []).hasFailed).toBe(false);
});
