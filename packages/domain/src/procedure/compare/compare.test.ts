import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { d } from '../../testing/context.ts';
import { procedureOf, stepOf, volts } from '../../testing/steps.ts';
import type { Step } from '../content.ts';
import { draftOf } from '../draft/content.ts';
import type { ProcedureDraft } from '../draft/draft.ts';
import { compareProcedures } from './compare.ts';
import { longestRise } from './longest-rise.ts';

const check = (id: string, title = id) => stepOf('check', { id, title: { fr: title, en: title } });
const compared = (before: readonly Step[], after: readonly Step[]) => compareProcedures(draftOf(procedureOf(before)), draftOf(procedureOf(after)));
const lines = (before: readonly Step[], after: readonly Step[]) =>
  compared(before, after).steps.map(({ kind, moved, before: from, after: to }) => `${kind}${moved ? ' moved' : ''} ${(to ?? from)?.id}`);

describe('steps', () => {
  test('added, removed and kept are told in the order of the later version', () => {
    const before = [check('a'), check('b'), check('c')];
    expect(lines(before, [check('a'), check('x'), check('c')])).toEqual(['same a', 'added x', 'removed b', 'same c']);
    expect(lines(before, [check('c')])).toEqual(['removed a', 'removed b', 'same c']);
  });

  test('one that was moved is moved, and its neighbours are not', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => check(id));
    expect(
      lines(
        before,
        ['b', 'c', 'd', 'a'].map((id) => check(id)),
      ),
    ).toEqual(['same b', 'same c', 'same d', 'same moved a']);
  });

  test('numbered anew by a list that was taken in again, they are still themselves', () => {
    const before = [check('s01', 'Voir'), check('s02', 'Nettoyer')];
    const after = [check('s01', 'Voir'), check('s02', 'Photographier'), check('s03', 'Nettoyer')];
    expect(lines(before, after)).toEqual(['same s01', 'added s02', 'changed s03']);
  });

  test('a change is told by field, down to the language and the option', () => {
    const option = (label: string) => ({ value: 'm1', label: { fr: label, en: 'One' }, outcome: 'ok' as const });
    const { steps } = compared(
      [stepOf('choice', { id: 'a', options: [option('Un')] }), stepOf('measurement', { ...volts, id: 'b', min: d('1') })],
      [stepOf('choice', { id: 'a', options: [option('Une')] }), stepOf('measurement', { ...volts, id: 'b', min: d('1'), max: d('4') })],
    );
    expect(steps.map(({ fields }) => fields)).toEqual([
      [{ path: ['options', 'm1', 'label', 'fr'], before: 'Un', after: 'Une' }],
      [{ path: ['max'], before: undefined, after: '4' }],
    ]);
  });
});

test('what the procedure itself says is compared apart from its steps', () => {
  const draft = draftOf(procedureOf([check('a')]));
  const later: ProcedureDraft = { ...draft, tags: ['dc'], teamMin: 2 };
  const { head, steps } = compareProcedures(draft, later);
  expect(head).toEqual([
    { path: ['tags'], before: [], after: ['dc'] },
    { path: ['teamMin'], before: 1, after: 2 },
  ]);
  expect(steps.map(({ kind }) => kind)).toEqual(['same']);
});

const orders = fc.shuffledSubarray([...'abcdefghij']);

test('every step of either version is told once, and only what is out of order is moved', () => {
  fc.assert(
    fc.property(orders, orders, (one, other) => {
      const { steps } = compared([check('z'), ...one.map((id) => check(id))], [check('z'), ...other.map((id) => check(id))]);
      const ids = (side: 'before' | 'after') => steps.flatMap((row) => row[side]?.id ?? []);
      expect(ids('after')).toEqual(['z', ...other]);
      expect(ids('before').toSorted()).toEqual(['z', ...one].toSorted());
      const still = steps.filter(({ moved, before, after }) => !moved && before !== null && after !== null).map(({ before }) => before?.at ?? 0);
      expect(still).toEqual(still.toSorted((a, b) => a - b));
    }),
  );
});

test('the longest rise is the longest: no shorter list of moves would do', () => {
  const slow = (row: readonly number[]): number => {
    const best: number[] = [];
    for (const [at, value] of row.entries()) best[at] = 1 + Math.max(0, ...best.filter((_, before) => (row[before] ?? 0) < value));
    return Math.max(0, ...best);
  };
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(12).keys()]), (row) => {
      const rise = longestRise(row);
      expect(rise).toEqual(row.filter((value) => rise.includes(value)));
      expect(rise).toEqual(rise.toSorted((a, b) => a - b));
      expect(rise).toHaveLength(slow(row));
    }),
  );
});
