import { expect, test } from 'vitest';
import { isLate, isOpen } from './days.ts';

test('only what nobody began is late, and only from the day after', () => {
  expect(isLate({ status: 'planned', day: '2026-05-31' }, '2026-06-01')).toBe(true);
  expect(isLate({ status: 'planned', day: '2026-06-01' }, '2026-06-01')).toBe(false);
  expect(isLate({ status: 'completed', day: '2026-05-31' }, '2026-06-01')).toBe(false);
});

test('what is over can no longer be taken back', () => {
  const statuses = ['planned', 'in_progress', 'suspended', 'returned', 'completed', 'approved', 'cancelled'] as const;
  expect(statuses.filter((status) => isOpen({ status }))).toEqual(['planned', 'in_progress', 'suspended', 'returned']);
});
