import { expect, test } from 'vitest';
import { matrixOf, NO_DEFECT } from './confusion.ts';

test('the most frequent classes stand in the square, what is no defect last, and what does not fit is counted', () => {
  const matrix = matrixOf(
    [
      { proposed: 'soiling', decided: 'soiling', count: 5 },
      { proposed: 'soiling', decided: null, count: 2 },
      { proposed: null, decided: 'hotspot', count: 3 },
      { proposed: 'rare', decided: 'rare', count: 1 },
    ],
    2,
  );
  expect(matrix.names).toEqual(['soiling', 'hotspot', NO_DEFECT]);
  expect([matrix.count('soiling', 'soiling'), matrix.count('soiling', NO_DEFECT), matrix.count(NO_DEFECT, 'hotspot')]).toEqual([5, 2, 3]);
  expect(matrix.count('hotspot', 'soiling')).toBe(0);
  expect([matrix.most, matrix.leftOut]).toEqual([5, 1]);
});
