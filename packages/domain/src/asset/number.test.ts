import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributesOf, mayHangBelow } from './catalogue.ts';
import { labelCode, labelText } from './label.ts';
import { nameOfCode, nextCode, patternOf } from './number.ts';

const around = { parent: 'PV1-OND07', site: 'PV1', taken: [] as string[] };

test('the next number follows the highest in use, in any case, padded', () => {
  const taken = ['PV1-OND07-CH01', 'pv1-ond07-ch11', 'PV1-OND08-CH99', 'PV1-OND07-CHX'];
  expect(nextCode(patternOf('string'), { ...around, taken })).toBe('PV1-OND07-CH12');
  expect(nextCode('{site}-OND###', around)).toBe('PV1-OND001');
  expect(nextCode('{parent}/#/A', { ...around, taken: ['PV1-OND07/9/A'] })).toBe('PV1-OND07/10/A');
});

test.each(['{parent}-CH', '##-##', `${'x'.repeat(63)}##`])('%s is no pattern', (pattern) => expect(nextCode(pattern, around)).toBeNull());

test('a number that is given is never one in use', () => {
  const part = fc.string({ unit: fc.constantFrom('A', 'b', '-', '7', '$', '.'), maxLength: 6 });
  fc.assert(
    fc.property(fc.tuple(part, part), fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 300 })), ([head, tail], width, numbers) => {
      const taken = numbers.map((n) => `${head}${String(n).padStart(width, '0')}${tail}`);
      const code = nextCode(`${head}${'#'.repeat(width)}${tail}`, { ...around, taken });
      expect(code).not.toBeNull();
      expect(taken.map((one) => one.toLowerCase())).not.toContain(code?.toLowerCase());
    }),
  );
});

test('what has no name is called by the last part of its number', () => expect(nameOfCode('PV1-OND07-CH12')).toBe('CH12'));

test('a label’s square opens the position it was printed for', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 64 }), (code) => {
      const plain = code.replaceAll('\u0000', '').toWellFormed().trim();
      if (plain !== '') expect(labelCode(labelText('https://h.example', plain))).toBe(plain);
    }),
  );
});

test('a plant hangs together downwards; what nobody here knows hangs anywhere', () => {
  expect(mayHangBelow('string', 'combiner_box')).toBe(true);
  expect(mayHangBelow('string', 'string_inverter')).toBe(true);
  expect(mayHangBelow('combiner_box', 'string')).toBe(false);
  expect(mayHangBelow('string', 'string')).toBe(false);
  expect(mayHangBelow('robot', 'string')).toBe(true);
});

test('a form of a string asks for what the formulas read', () => {
  expect(attributesOf('string').map(({ name }) => name)).toEqual(expect.arrayContaining(['modules_per_string', 'module_voc_stc', 'module_beta']));
});
