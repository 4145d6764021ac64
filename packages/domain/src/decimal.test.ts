import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDecimals,
  type Decimal,
  decimalSchema,
  fromNumber,
  isDecimal,
  roundDecimal,
  sameReading,
  shiftDecimal,
  subtractDecimals,
} from './decimal.ts';

const d = (text: string): Decimal => decimalSchema.parse(text);

/** Any canonical decimal, as the integer it is at a scale: an independent model of the same number. */
const scaled = fc.record({ units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), scale: fc.integer({ min: 0, max: 8 }) });
const written = ({ units, scale }: { units: bigint; scale: number }): Decimal => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  return d(`${units < 0n ? '-' : ''}${digits.slice(0, at)}${scale === 0 ? '' : `.${digits.slice(at)}`}`);
};

describe('a canonical decimal', () => {
  test.each(['0', '-12.4', '1234.50', '0.0', '9'.repeat(40)])('holds %s', (text) => expect(isDecimal(text)).toBe(true));
  test.each(['', '-0', '-0.00', '01', '+1', '1.', '.5', '1e3', 'NaN', '1,5', ' 1', '9'.repeat(41)])('refuses "%s"', (text) =>
    expect(isDecimal(text)).toBe(false),
  );
});

describe('exact arithmetic', () => {
  test('0.1 + 0.2 does not creep in: 0.3 − 0.1 is 0.2', () => expect(subtractDecimals(d('0.3'), d('0.1'))).toBe('0.2'));

  test('12.40 and 12.4 are equal', () => expect(compareDecimals(d('12.40'), d('12.4'))).toBe(0));

  test('digits beyond a float still count', () => expect(compareDecimals(d('9007199254740993'), d('9007199254740992'))).toBe(1));

  test.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['1.005', 2, '1.01'],
    ['-0.04', 1, '0.0'],
    ['12.4', 3, '12.4'],
    ['999.96', 1, '1000.0'],
  ])('%s rounded to %i decimals is %s', (value, decimals, expected) => expect(roundDecimal(d(value), decimals)).toBe(expected));

  test('order and difference agree with whole numbers', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        const common = 10n ** 8n;
        const [left, right] = [a, b].map(({ units, scale }) => (units * common) / 10n ** BigInt(scale));
        if (left === undefined || right === undefined) return;
        expect(compareDecimals(written(a), written(b))).toBe(left < right ? -1 : left > right ? 1 : 0);
        const difference = subtractDecimals(written(a), written(b));
        expect(isDecimal(difference)).toBe(true);
        expect(compareDecimals(difference, written({ units: left - right, scale: 8 }))).toBe(0);
      }),
    );
  });

  test('rounding moves a reading by at most half a step, and twice is once', () => {
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const exact = written(value);
        const rounded = roundDecimal(exact, decimals);
        const moved = d(subtractDecimals(exact, rounded).replace('-', ''));
        expect(compareDecimals(moved, written({ units: 5n, scale: decimals + 1 }))).toBeLessThanOrEqual(0);
        expect(roundDecimal(rounded, decimals)).toBe(rounded);
        expect(sameReading(exact, rounded, decimals)).toBe(true);
      }),
    );
  });

  test.each([
    ['6124', -1, '612.4'],
    ['61.24', 1, '612.4'],
    ['-5', 2, '-500'],
    ['0.5', -2, '0.005'],
    ['0', 1, '0'],
  ])('%s with its sign moved by %i is %s', (value, places, expected) => expect(shiftDecimal(d(value), places)).toBe(expected));

  test('two readings are the same when they round to the same', () => {
    expect(sameReading(d('612.44'), d('612.4'), 1)).toBe(true);
    expect(sameReading(d('612.46'), d('612.4'), 1)).toBe(false);
  });
});

describe('a computed number', () => {
  test.each([
    [1246.0949, 1, '1246.1'],
    [-0.01, 1, '0.0'],
    [1e21, 0, null],
    [Number.NaN, 1, null],
    [Number.POSITIVE_INFINITY, 1, null],
  ])('%d with %i decimals is %s', (value, decimals, expected) => expect(fromNumber(value, decimals)).toBe(expected));
});
