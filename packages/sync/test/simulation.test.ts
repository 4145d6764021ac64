import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingCoverage, type Run, simulate } from '../src/simulator/index.ts';
import { settle } from './settle.ts';

const regressions: number[] = JSON.parse(readFileSync(new URL('./regressions.json', import.meta.url), 'utf8'));
const SHORT = 90;

test(`${SHORT} lives of a small company lose nothing, double nothing, hide nothing, and pass through every bad state`, {
  timeout: 120_000,
}, async () => {
  const runs: Run[] = [];
  for (let seed = 1; seed <= SHORT; seed++) runs.push(await simulate(seed, { settle }));
  expect(runs.filter(({ violations }) => violations.length > 0).map(({ seed, violations }) => `${seed}: ${violations[0]}`)).toEqual([]);
  expect(missingCoverage(runs)).toEqual([]);
});

test.each(regressions)('seed %d, which failed once, holds', async (seed) => {
  expect((await simulate(seed, { settle })).violations).toEqual([]);
});

test('one seed is one life: run twice it is the same', async () => {
  const [first, second] = [await simulate(7, { settle }), await simulate(7, { settle })];
  expect({ ...first, covered: [...first.covered] }).toEqual({ ...second, covered: [...second.covered] });
});
