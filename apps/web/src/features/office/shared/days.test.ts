import { expect, test } from 'vitest';
import { dayOf, daysAfter, instantOfDay, isDay, startOfDay } from './days.ts';

test('a day begins and is named by the same calendar', () => {
  for (const day of ['2026-03-29', '2026-10-25', '2026-12-31']) expect(dayOf(startOfDay(day))).toBe(day);
});

test('days are counted over a change of clocks, a month and a leap day', () => {
  expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
  expect(instantOfDay('1970-01-02')).toBe(86_400_000);
});

test('only a day is a day', () => {
  expect(['2026-06-01', '2026-02-30', '', '1/6/2026'].map(isDay)).toEqual([true, false, false, false]);
});
