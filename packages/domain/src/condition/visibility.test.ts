import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, ShowIf } from './condition.ts';
import { type ConditionAnswer, type ConditionalStep, type ConditionView, isShown, visibility } from './visibility.ts';

const pass = (value: string | null = null): ConditionAnswer => ({ value, outcome: 'pass' });
const fail = (value: string | null = null): ConditionAnswer => ({ value, outcome: 'fail' });

type Answers = Readonly<Record<string, ConditionAnswer>>;
const strings = ['ch1', 'ch2', 'ch3'];

/** Answers by address, as the fold holds them. */
const view = (steps: readonly ConditionalStep[], answers: Answers): ConditionView => ({
  step: (id) => steps.find((step) => step.id === id) ?? null,
  items: (over) => (over === 'string' ? strings : []),
  answerOf: (id, item) => answers[item === null ? id : `${id}/${item}`] ?? null,
});

const asked: ConditionalStep = { id: 's01' };
const perString: ConditionalStep = { id: 's02', repeat: { over: 'string' } };
const shown = (showIf: ShowIf, answers: Answers, { item = null, repeat }: { item?: string | null; repeat?: { over: string } } = {}) => {
  const step: ConditionalStep = { id: 's09', showIf, repeat };
  return isShown(step, item, view([asked, perString, step], answers));
};

describe('a condition on one answer', () => {
  test.each<[string, Condition, Answers, boolean]>([
    ['eq: the value given', { step: 's01', op: 'eq', value: 'fail' }, { s01: fail('fail') }, true],
    ['eq: another value', { step: 's01', op: 'eq', value: 'fail' }, { s01: pass('ok') }, false],
    ['eq waits', { step: 's01', op: 'eq', value: 'fail' }, {}, false],
    ['ne: another value', { step: 's01', op: 'ne', value: 'normal' }, { s01: fail('steps') }, true],
    ['ne: the value given', { step: 's01', op: 'ne', value: 'normal' }, { s01: pass('normal') }, false],
    ['ne waits for an answer', { step: 's01', op: 'ne', value: 'normal' }, {}, false],
    ['none_eq: another value', { step: 's01', op: 'none_eq', value: 'hard' }, { s01: pass('none') }, true],
    ['none_eq waits for an answer', { step: 's01', op: 'none_eq', value: 'hard' }, {}, false],
    ['in: one of them', { step: 's01', op: 'in', value: ['inside', 'replace'] }, { s01: pass('replace') }, true],
    ['in: none of them', { step: 's01', op: 'in', value: ['inside', 'replace'] }, { s01: pass('outside') }, false],
    ['in_range: inside', { step: 's01', op: 'in_range' }, { s01: pass() }, true],
    ['in_range: inside but watched', { step: 's01', op: 'in_range' }, { s01: { value: null, outcome: 'watch' } }, true],
    ['in_range: outside', { step: 's01', op: 'in_range' }, { s01: fail() }, false],
    ['out_of_range: outside', { step: 's01', op: 'out_of_range' }, { s01: fail() }, true],
    ['out_of_range waits', { step: 's01', op: 'out_of_range' }, {}, false],
    ['a reading without a verdict is neither in range', { step: 's01', op: 'in_range' }, { s01: { value: '5', outcome: 'none' } }, false],
    ['nor out of it', { step: 's01', op: 'out_of_range' }, { s01: { value: '5', outcome: 'none' } }, false],
  ])('%s', (...[, condition, answers, expected]) => expect(shown(condition, answers)).toBe(expected));

  test('a step without a condition is shown', () => expect(isShown(asked, null, view([asked], {}))).toBe(true));

  test('a condition on a step that is not there never holds', () => {
    expect(shown({ step: 'gone', op: 'ne', value: 'x' }, {})).toBe(false);
  });

  test('all asks for every one, any for one', () => {
    const first: Condition = { step: 's01', op: 'eq', value: 'm1' };
    const second: Condition = { step: 's02', op: 'eq', value: 'hard' };
    expect(shown({ all: [first, second] }, { s01: pass('m1') })).toBe(false);
    expect(shown({ any: [first, second] }, { s01: pass('m1') })).toBe(true);
    expect(shown({ all: [first, second] }, { s01: pass('m1'), 's02/ch3': fail('hard') })).toBe(true);
  });
});

describe('a condition on a repeated step', () => {
  const hard: Condition = { step: 's02', op: 'eq', value: 'hard' };
  const answers = { 's02/ch1': pass('none'), 's02/ch2': fail('hard') };

  test('from outside, one item that matches is enough', () => expect(shown(hard, answers)).toBe(true));

  test('inside the same repeat it looks at the same item, group or not', () => {
    const repeat = { over: 'string' };
    expect(strings.map((item) => shown(hard, answers, { item, repeat }))).toEqual([false, true, false]);
  });

  test('from a repeat over something else it looks from outside', () =>
    expect(shown(hard, answers, { item: 'box1', repeat: { over: 'combiner_box' } })).toBe(true));

  test('none_eq is true when no item has the value, and waits for a first answer', () => {
    const noneHard: Condition = { ...hard, op: 'none_eq' };
    expect(shown(noneHard, answers)).toBe(false);
    expect(shown(noneHard, { 's02/ch1': pass('none') })).toBe(true);
    expect(shown(noneHard, {})).toBe(false);
  });
});

describe('hidden steps', () => {
  const steps: readonly ConditionalStep[] = [
    { id: 's1' },
    { id: 's2', showIf: { step: 's1', op: 'eq', value: 'yes' } },
    { id: 's3', showIf: { step: 's2', op: 'eq', value: 'yes' } },
    { id: 's4', showIf: { step: 's2', op: 'ne', value: 'yes' } },
  ];

  test('the answer of a step that became hidden does not count, not even for ne', () => {
    const answers = { s1: fail('no'), s2: pass('yes') };
    const isVisible = visibility(view(steps, answers));
    expect(steps.map((step) => isVisible(step, null))).toEqual([true, false, false, false]);
  });

  test('a loop of conditions hides its steps and ends', () => {
    const loop: readonly ConditionalStep[] = [
      { id: 'a', showIf: { step: 'b', op: 'eq', value: 'x' } },
      { id: 'b', showIf: { step: 'a', op: 'eq', value: 'x' } },
    ];
    const isVisible = visibility(view(loop, { a: pass('x'), b: pass('x') }));
    expect(loop.map((step) => isVisible(step, null))).toEqual([false, false]);
  });

  test('a long chain where every step asks twice is decided at once', () => {
    const chain = Array.from({ length: 200 }, (_, n): ConditionalStep => {
      const condition: Condition = { step: `c${n - 1}`, op: 'eq', value: 'x' };
      return n === 0 ? { id: 'c0' } : { id: `c${n}`, showIf: { any: [{ ...condition, value: 'y' }, condition] } };
    });
    const answers = Object.fromEntries(chain.map(({ id }) => [id, pass('x')]));
    expect(visibility(view(chain, answers))({ id: 'last', showIf: { step: 'c199', op: 'eq', value: 'x' } }, null)).toBe(true);
  });
});

describe('in any procedure', () => {
  const values = ['a', 'b'] as const;
  const condition = (before: number) =>
    fc
      .record({ at: fc.nat({ max: before - 1 }), op: fc.constantFrom('eq', 'ne', 'none_eq'), value: fc.constantFrom(...values) })
      .map(({ at, op, value }): Condition => ({ step: `s${at}`, op: op as 'eq', value }));
  const step = (n: number): fc.Arbitrary<ConditionalStep> =>
    fc
      .record({
        repeats: fc.boolean(),
        conditions: n === 0 ? fc.constant<Condition[]>([]) : fc.array(condition(n), { maxLength: 2 }),
        every: fc.boolean(),
      })
      .map(({ repeats, conditions, every }) => ({
        id: `s${n}`,
        ...(repeats ? { repeat: { over: 'string' } } : {}),
        ...(conditions.length === 0 ? {} : { showIf: every ? { all: conditions } : { any: conditions } }),
      }));
  const procedure = fc.tuple(...Array.from({ length: 6 }, (_, n) => step(n)));
  const addresses = Array.from({ length: 6 }, (_, n) => [`s${n}`, ...strings.map((item) => `s${n}/${item}`)]).flat();
  const answers = fc.dictionary(
    fc.constantFrom(...addresses),
    fc.constantFrom(...values).map((value) => pass(value)),
  );

  const shownIn = (steps: readonly ConditionalStep[], given: Answers) => {
    const isVisible = visibility(view(steps, given));
    return steps.flatMap((one) =>
      (one.repeat === undefined ? [null] : strings).map((item) => ({
        address: item === null ? one.id : `${one.id}/${item}`,
        is: isVisible(one, item),
      })),
    );
  };

  test('what is answered where nobody can see it changes nothing', () => {
    fc.assert(
      fc.property(procedure, answers, fc.constantFrom(...values), (steps, given, value) => {
        const before = shownIn(steps, given);
        const hidden = before.filter(({ is }) => !is).map(({ address }) => [address, pass(value)] as const);
        expect(shownIn(steps, { ...given, ...Object.fromEntries(hidden) })).toEqual(before);
      }),
    );
  });

  test('before anything is answered only unconditional steps are shown', () => {
    fc.assert(
      fc.property(procedure, (steps) => {
        const conditional = new Set(steps.filter(({ showIf }) => showIf !== undefined).map(({ id }) => id));
        for (const { address, is } of shownIn(steps, {})) expect(is).toBe(!conditional.has(address.split('/')[0] ?? ''));
      }),
    );
  });

  test('asking one by one gives what asking for all gives', () => {
    fc.assert(
      fc.property(procedure, answers, (steps, given) => {
        const one = steps.flatMap((each) => (each.repeat === undefined ? [null] : strings).map((item) => isShown(each, item, view(steps, given))));
        expect(one).toEqual(shownIn(steps, given).map(({ is }) => is));
      }),
    );
  });
});
