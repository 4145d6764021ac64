import { compareDecimals, type Decimal, subtractDecimals } from '../decimal.ts';

/** Numbers between which a reading is inside; null where that side is open. */
export interface Bounds {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
}

export const OPEN: Bounds = { min: null, max: null };

export type Standing = { readonly kind: 'inside' } | { readonly kind: 'below' | 'above'; readonly by: Decimal };

/** Where a reading stands. A reading on the limit is inside (IEC 62446-1 gives minimums, not open bounds). */
export function standing(reading: Decimal, { min, max }: Bounds): Standing {
  if (min !== null && compareDecimals(reading, min) < 0) return { kind: 'below', by: subtractDecimals(min, reading) };
  if (max !== null && compareDecimals(reading, max) > 0) return { kind: 'above', by: subtractDecimals(reading, max) };
  return { kind: 'inside' };
}

export const isInside = (reading: Decimal, bounds: Bounds): boolean => standing(reading, bounds).kind === 'inside';

/** The narrower of two on each side. */
export const tightest = (a: Bounds, b: Bounds): Bounds => ({
  min: a.min === null || (b.min !== null && compareDecimals(b.min, a.min) > 0) ? b.min : a.min,
  max: a.max === null || (b.max !== null && compareDecimals(b.max, a.max) < 0) ? b.max : a.max,
});

export const isOpen = ({ min, max }: Bounds): boolean => min === null && max === null;
