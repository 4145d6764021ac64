import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, decimalSchema } from './decimal.ts';
import { formatDecimal, parseDecimal, typedDecimal } from './decimal-text.ts';
import type { Language } from './text.ts';

const both: readonly Language[] = ['fr', 'en'];
const decimal = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,6}$/)).map(([negative, whole, fraction]) => {
  const text = fraction === '' ? `${whole}` : `${whole}.${fraction}`;
  return decimalSchema.parse(negative && /[1-9]/.test(text) ? `-${text}` : text);
});

/** The fourteen spellings of ux.md U7, each with what it means in French and in English. */
const SPELLINGS: readonly [string, string | readonly string[] | 'empty' | 'invalid', (string | readonly string[])?][] = [
  ['12,4', '12.4'],
  ['12.4', '12.4'],
  ['1 234,5', '1234.5'],
  ['1\u202f234,5', '1234.5'],
  ['1\u00a0234,5', '1234.5'],
  ['+3', '3'],
  ['\u22125,2', '-5.2'],
  ['-5.2', '-5.2'],
  [',5', '0.5'],
  ['007', '7'],
  ['1,234', '1.234', ['1234', '1.234']],
  ['1.234,5', ['1234.5', '1.2345']],
  ['1,234.5', ['1234.5', '1.2345']],
  ['1.234.567', ['1234567', '1.234567']],
];

const meaning = (typed: string, language: Language) => {
  const parsed = parseDecimal(typed, language);
  return parsed.kind === 'decimal' ? parsed.value : parsed.kind === 'ambiguous' ? parsed.readings : parsed.kind;
};

describe('a typed number', () => {
  test.each(SPELLINGS)('%s', (typed, french, english = french) => {
    expect(meaning(typed, 'fr')).toEqual(french);
    expect(meaning(typed, 'en')).toEqual(english);
  });

  test.each(['NaN', 'Infinity', '1e400', '0x10', '12 V', '1 2,5', '1,2,3', '--5', '5-', '.', ',', '+', '١٢', '12\u0000', '1.23.456,7', '１２'])(
    '"%s" is refused as no number',
    (typed) => {
      for (const language of both) expect(parseDecimal(typed, language)).toEqual({ kind: 'invalid', reason: 'not_a_number' });
    },
  );

  test.each(['9'.repeat(41), '1'.repeat(10_000), `0,${'0'.repeat(50)}1`])('too many digits are refused as such', (typed) => {
    expect(parseDecimal(typed, 'fr')).toEqual({ kind: 'invalid', reason: 'too_long' });
  });

  test.each(['', '   ', '\u202f'])('nothing typed is empty, not zero', (typed) => expect(parseDecimal(typed, 'fr')).toEqual({ kind: 'empty' }));

  test.each([
    ['-0', '0'],
    ['\u22120,00', '0.00'],
    ['5,', '5'],
    ['12,40', '12.40'],
    ['- 5', '-5'],
    ['  7 ', '7'],
  ])('"%s" is read as %s', (typed, value) => expect(parseDecimal(typed, 'fr')).toEqual({ kind: 'decimal', value }));

  test('one sign before exactly three digits is a question only for people who write thousands with it', () => {
    expect(parseDecimal('1.234', 'en')).toEqual({ kind: 'decimal', value: '1.234' });
    expect(parseDecimal('0,234', 'en')).toEqual({ kind: 'decimal', value: '0.234' });
  });

  test('never throws, and whatever it reads is canonical', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...both), (typed, language) => {
        const parsed = parseDecimal(typed, language);
        const values = parsed.kind === 'decimal' ? [parsed.value] : parsed.kind === 'ambiguous' ? parsed.readings : [];
        for (const value of values) expect(decimalSchema.safeParse(value).success).toBe(true);
      }),
    );
  });
});

describe('a written number', () => {
  test.each<[string, string, string]>([
    ['1234.5', '1\u202f234,5', '1,234.5'],
    ['-1234567', '\u22121\u202f234\u202f567', '\u22121,234,567'],
    ['0.10', '0,10', '0.10'],
    ['999', '999', '999'],
  ])('%s', (value, french, english) => {
    expect(formatDecimal(value as Decimal, 'fr')).toBe(french);
    expect(formatDecimal(value as Decimal, 'en')).toBe(english);
  });

  test('what French readers see can be typed back', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(parseDecimal(formatDecimal(value, 'fr'), 'fr')).toEqual({ kind: 'decimal', value });
      }),
    );
  });

  test('an input filled again reads as the same number, in both languages', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(...both), (value, language) => {
        expect(parseDecimal(typedDecimal(value, language), language)).toEqual({ kind: 'decimal', value });
      }),
    );
  });
});
