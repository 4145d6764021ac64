import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression } from './parse.ts';
import { type Expression, type Operator, write } from './tree.ts';

const written = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.kind === 'parsed' ? write(parsed.tree) : `broken at ${parsed.at}`;
};

describe('an expression of XLSForm', () => {
  test.each([
    ["${age} > 18 and ${sex} = 'f' or not(${x})", "${age} > 18 and ${sex} = 'f' or not(${x})"],
    ['(1 + 2) * 3 - -4 div 2', '(1 + 2) * 3 - -4 div 2'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ["selected(${a}, 'b')", "selected(${a}, 'b')"],
    ['.>=0 and .<=100', '. >= 0 and . <= 100'],
    ["regex(., '^[A-Z]{2}$')", "regex(., '^[A-Z]{2}$')"],
    ['${ spaced } = ‘typed in a sheet’', "${spaced} = 'typed in a sheet'"],
    ['${a} ≥ 5', '${a} >= 5'],
    ['count-selected(.) <= 3', 'count-selected(.) <= 3'],
    ['country = ${country} and position(..) > 1', 'country = ${country} and position(..) > 1'],
    ["instance('cities')/root/item[name = ${city}]/label", "instance('cities')/root/item[name = ${city}]/label"],
    ['../a/b + /data/c', '../a/b + /data/c'],
    ['-5', '-5'],
    ['"it\'s"', '"it\'s"'],
    ['${div} div ${mod} mod 2', '${div} div ${mod} mod 2'],
    ['once(random())', 'once(random())'],
  ])('%s is understood', (text, expected) => expect(written(text)).toBe(expected));

  test.each([
    ['', 0],
    ["${a} = 'b", 7],
    ['${a} =', 6],
    ['${a} 5', 5],
    ['(${a}', 5],
    ['selected(${a} ${b})', 14],
    ['${a} && ${b}', 5],
    ['a/', 2],
    ['= 5', 0],
    ['${}', 0],
  ])('%s is refused where it stops making sense', (text, at) => expect(parseExpression(text)).toEqual({ kind: 'broken', at }));

  test('whatever is typed, it answers', () => {
    const pieces = fc.array(
      fc.constantFrom('${a}', '.', '..', '(', ')', '[', ']', '/', "'", '"x"', ' and ', '-', '=', '1', '.5', ',', 'not', '*', '🌞', 'ب'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (text) => ['parsed', 'broken'].includes(parseExpression(text).kind),
      ),
    );
  });

  test('an attack on the stack is refused', () => {
    expect(parseExpression('('.repeat(19_000)).kind).toBe('broken');
    expect(parseExpression('-'.repeat(19_000)).kind).toBe('broken');
    expect(parseExpression('not('.repeat(4_000)).kind).toBe('broken');
  });

  test('what is written reads back as the same tree', () => {
    const operators: readonly Operator[] = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'];
    const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ kind: fc.constant('number' as const), value: fc.constantFrom('0', '1', '2.5', '100') }),
        fc.record({ kind: fc.constant('text' as const), value: fc.constantFrom('', 'a b', 'ok', "it's", '≥ é') }),
        fc.record({ kind: fc.constant('question' as const), name: fc.constantFrom('a', 'b_2', 'c-d') }),
        fc.constant({ kind: 'self' as const }),
        fc.record({ kind: fc.constant('negative' as const), of: tie('tree') }),
        fc.record({
          kind: fc.constant('call' as const),
          name: fc.constantFrom('not', 'if', 'jr:choice-name'),
          args: fc.array(tie('tree'), { maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('binary' as const), op: fc.constantFrom(...operators), left: tie('tree'), right: tie('tree') }),
      ),
    }));
    fc.assert(fc.property(tree, (made) => void expect(parseExpression(write(made))).toEqual({ kind: 'parsed', tree: made })));
  });
});
