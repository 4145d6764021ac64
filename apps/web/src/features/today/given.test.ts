import { executionIdSchema, procedureHashSchema, siteIdSchema, userIdSchema, uuidv7 } from '@heliograph/domain';
import type { ExecutionSummary, PlannedWork } from '@heliograph/offline';
import { expect, test } from 'vitest';
import { sortGiven, takenBack } from './given.ts';

const id = (n: number) => uuidv7(n, new Uint8Array(10).fill(n));
const me = userIdSchema.parse(id(1));
const office = userIdSchema.parse(id(2));
const details = (day: string) => ({
  ...{ procedure: procedureHashSchema.parse('a'.repeat(64)), site: siteIdSchema.parse(id(3)), asset: null, day },
  ...{ note: null, reported: null, plannedBy: office, plannedAt: 0 },
});
const work = (n: number, day: string, status: PlannedWork['status'] = 'planned'): PlannedWork => ({
  ...{ x: executionIdSchema.parse(id(n)), status, colleagues: [], withdrawn: null },
  ...details(day),
});

test('work is due today or before, where it is done; the rest is to come', () => {
  const planned = [work(10, '2026-05-30'), work(11, '2026-06-01'), work(12, '2026-06-02'), work(13, '2026-06-01', 'cancelled')];
  const { due, coming } = sortGiven(planned, () => '2026-06-01');
  expect(due.map(({ work: { day }, isLate }) => [day, isLate])).toEqual([
    ['2026-05-30', true],
    ['2026-06-01', false],
  ]);
  expect(coming.map(({ day }) => day)).toEqual(['2026-06-02']);
});

test('the same evening is already tomorrow further east', () => {
  expect(sortGiven([work(10, '2026-06-02')], () => '2026-06-02').due).toHaveLength(1);
  expect(sortGiven([work(10, '2026-06-02')], () => '2026-06-01').due).toHaveLength(0);
});

const DAY = 86_400_000;
const summary = (n: number, withdrawnAt: number | null, crew = [me]): ExecutionSummary => ({
  ...{ x: executionIdSchema.parse(id(n)), status: 'cancelled', start: null, startedBy: null, startedAt: null, lastAt: 0 },
  ...{ crew, plan: details('2026-06-01'), assigned: [], returned: null, takenOff: null },
  withdrawn: withdrawnAt === null ? null : { by: office, at: withdrawnAt, reason: 'Orage' },
});

test('what was taken back is told for three days, to those whose it was', () => {
  const told = takenBack(
    [summary(10, 9 * DAY), summary(11, 10 * DAY), summary(12, 6 * DAY), summary(13, null), summary(14, 10 * DAY, [])],
    me,
    10 * DAY,
  );
  expect(told.map(({ withdrawn }) => withdrawn?.at)).toEqual([10 * DAY, 9 * DAY]);
});
