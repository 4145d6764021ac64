import { describe, expect, test } from 'vitest';
import { userIdSchema } from '../ids.ts';
import { tipsOfModel, tipsOfProcedure, tipsOfStep } from './places.ts';
import { mayArchiveTip, maySeeTip, mayWriteTip, type TipStanding, tipObstacle } from './tip.ts';

const person = (n: number) => userIdSchema.parse(`00000000-0000-7000-8000-00000000000${n}`);
const author = { user: person(1), role: 'technician' } as const;
const colleague = { user: person(2), role: 'technician' } as const;
const supervisor = { user: person(3), role: 'supervisor' } as const;
const tip = (over: Partial<TipStanding> = {}): TipStanding => ({
  author: person(1),
  state: 'submitted',
  isPublished: false,
  isArchived: false,
  ...over,
});

describe('who sees and writes a tip', () => {
  test.each([
    ['proposed', tip(), [true, false, true]],
    ['approved', tip({ state: 'approved', isPublished: true }), [true, true, true]],
    ['changed after it was approved', tip({ isPublished: true }), [true, true, true]],
    ['put away', tip({ state: 'approved', isPublished: true, isArchived: true }), [true, false, true]],
  ])('%s: author, colleague, supervisor', (_title, standing, seen) => {
    expect([author, colleague, supervisor].map((who) => maySeeTip(who, standing))).toEqual(seen);
  });

  test('a colleague writes no tip of somebody else, an author none that was put away', () => {
    expect([author, colleague, supervisor].map((who) => mayWriteTip(who, tip()))).toEqual([true, false, true]);
    expect([author, supervisor].map((who) => mayWriteTip(who, tip({ isArchived: true })))).toEqual([false, true]);
    expect(mayWriteTip(author, tip({ author: null }))).toBe(false);
  });

  test('an author takes back what nobody else has seen; what others read is for those who approve', () => {
    expect([author, supervisor].map((who) => mayArchiveTip(who, tip()))).toEqual([true, true]);
    expect([author, supervisor].map((who) => mayArchiveTip(who, tip({ isPublished: true })))).toEqual([false, true]);
  });
});

test('each act fits its states and no others', () => {
  const acts = ['submit', 'approve', 'reject', 'archive'] as const;
  const fitting = (standing: TipStanding) => acts.filter((act) => tipObstacle(act, standing) === null);
  expect(fitting(tip({ state: 'draft' }))).toEqual(['submit', 'approve', 'archive']);
  expect(fitting(tip({ state: 'submitted' }))).toEqual(['approve', 'reject', 'archive']);
  expect(fitting(tip({ state: 'rejected' }))).toEqual(['submit', 'approve', 'archive']);
  expect(fitting(tip({ state: 'approved' }))).toEqual(['archive']);
  expect(fitting(tip({ state: 'approved', isArchived: true }))).toEqual(['approve']);
});

test('a tip is found where it belongs: its step, its procedure by either, its model however it is written', () => {
  const step = { id: 'a', links: { steps: [{ procedure: 'p', step: 's01' }] } };
  const whole = { id: 'b', links: { procedures: ['p'], models: ['SI 110-TL'] } };
  const hot = { id: 'd', links: { defects: ['hotspot'] } };
  const all = [step, whole, { id: 'c', links: undefined }, hot];
  expect(tipsOfStep(all, { procedure: 'p', step: 's01' })).toEqual([step]);
  expect(tipsOfStep(all, { procedure: 'q', step: 's01' })).toEqual([]);
  expect(tipsOfStep(all, { procedure: 'p', step: 's01', defect: 'hotspot' })).toEqual([step, hot]);
  expect(tipsOfStep(all, { procedure: 'p', step: 's01', defect: 'soiling' })).toEqual([step]);
  expect(tipsOfProcedure(all, 'p')).toEqual([step, whole]);
  expect(tipsOfModel(all, 'si 110-tl ')).toEqual([whole]);
});
