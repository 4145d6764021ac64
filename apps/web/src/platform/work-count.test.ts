import { expect, test } from 'vitest';
import { workCount } from './work-count.ts';

test('work is counted in words, and of what there is none of nothing is said', () => {
  expect(workCount('fr', 3, 1)).toBe('3\u00a0relevés et 1\u00a0photo');
  expect(workCount('fr', 0, 2)).toBe('2\u00a0photos');
  expect(workCount('en', 1, 0)).toBe('1\u00a0record');
  expect(workCount('en', 0, 0)).toBe('0\u00a0records');
});
