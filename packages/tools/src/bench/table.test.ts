import { expect, test } from 'vitest';
import { against, percentile, plain } from './measure.ts';
import { tableOf } from './table.ts';

test('a figure is shown beside its floor and what is asked of it', () => {
  const table = tableOf([
    against(200, { name: 'write path', value: 150, unit: 'rows/s', target: 'ratio ≥ 0.65' }),
    plain({ name: 'pull', value: 212, unit: 'B' }),
  ]);
  const [, , first, second] = table.split('\n');
  expect(first).toMatch(/^write path {2}150 rows\/s {2}200 rows\/s {3}0\.75 {2}ratio ≥ 0\.65$/);
  expect(second).toMatch(/^pull\s+212 B$/);
});

test('a percentile is a sample that was taken', () => {
  const samples = [5, 1, 4, 2, 3];
  expect(percentile(samples, 0.5)).toBe(3);
  expect(percentile(samples, 0.99)).toBe(5);
});
