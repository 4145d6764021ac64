import * as z from 'zod/mini';

const CANONICAL = /^(?!-0(\.0*)?$)-?(0|[1-9]\d*)(\.\d+)?$/;
const MAX_LENGTH = 40;

/** A canonical decimal: `-12.4`, `0`, `1234.50`; no exponent, no leading zeros, no `-0`. Travels and is stored as this text (never as a float). */
export const decimalSchema = z
  .string()
  .check(z.maxLength(MAX_LENGTH, 'too many digits'), z.regex(CANONICAL, 'not a canonical decimal'))
  .brand<'Decimal'>();
export type Decimal = z.infer<typeof decimalSchema>;

export const isDecimal = (text: string): text is Decimal => text.length <= MAX_LENGTH && CANONICAL.test(text);

/** The text as a canonical decimal; null where it is none. */
export const toDecimal = (text: string): Decimal | null => (isDecimal(text) ? text : null);

/** For formulas, whose results are rounded again. Never for comparing readings. */
export const toNumber = (value: Decimal): number => Number(value);

/**
 * A computed number written with a fixed count of decimals, so that two machines whose last bit differs agree.
 * @returns null for what no reading can be: NaN, infinities, more digits than a decimal holds
 */
export function fromNumber(value: number, decimals: number): Decimal | null {
  return Number.isFinite(value) ? toDecimal(value.toFixed(decimals).replace(/^-(?=0(\.0*)?$)/, '')) : null;
}

/** Up to fifteen significant digits a float tells any two decimals apart and keeps their order. */
const FLOAT_DIGITS = 15;

/** -1, 0 or 1, exactly: 12.40 and 12.4 are equal, and no rounding takes part. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = a.length <= FLOAT_DIGITS && b.length <= FLOAT_DIGITS ? Number(a) - Number(b) : scaledDifference(a, b).units;
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/** a − b, exactly; between two very long operands it may hold more digits than a decimal that travels. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const { units, scale } = scaledDifference(a, b);
  return write(units, scale);
}

/** Rounded to a count of decimals, halves away from zero: what a meter with fewer digits would show. */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  const scale = scaleOf(value);
  if (scale <= decimals) return value;
  const step = 10n ** BigInt(scale - decimals);
  const units = unitsOf(value, scale);
  const half = units < 0n ? -step / 2n : step / 2n;
  return write((units + half) / step, decimals);
}

/** The reading with its decimal sign moved: 6124 by −1 is 612.4. Exact. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const scale = scaleOf(value) - places;
  const units = unitsOf(value, scaleOf(value));
  return scale >= 0 ? write(units, scale) : write(units * 10n ** BigInt(-scale), 0);
}

/** Whether two readings say the same at the precision the step asks for (decision 8). */
export const sameReading = (a: Decimal, b: Decimal, decimals: number): boolean =>
  compareDecimals(roundDecimal(a, decimals), roundDecimal(b, decimals)) === 0;

const scaleOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0;

function unitsOf(value: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function scaledDifference(a: Decimal, b: Decimal): { units: bigint; scale: number } {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return { units: unitsOf(a, scale) - unitsOf(b, scale), scale };
}

function write(units: bigint, scale: number): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`}`;
  // Canonical by construction.
  return text as Decimal;
}
