import { type Decimal, isDecimal, shiftDecimal, toDecimal, toNumber } from '../decimal.ts';
import type { StepBase } from '../procedure/step-base.ts';
import type { EvaluationContext } from '../step-kinds/define.ts';
import { computeFormula } from './compute.ts';
import { formulas } from './formula-registry.ts';
import type { MeasurementStep } from './limits.ts';

/**
 * What to ask before a reading is recorded. Plausibility is not compliance: only the impossible is refused, a true value never.
 * `impossible`: refuse. `slip`: "612 V or 61.2 V?". `unusual`: "are you sure?". `overrated`: more than the equipment is built for.
 * `suggestion` is the reading with its decimal sign moved.
 */
export interface Question {
  readonly code: 'impossible' | 'slip' | 'unusual' | 'overrated';
  readonly suggestion: Decimal | null;
  /** What the equipment is built for, kVA; of `overrated` only. */
  readonly rating?: Decimal;
}

/** No sun on Earth gives more, whatever the clouds reflect (handbook 4.1). */
const HIGHEST_IRRADIANCE = 1600;

/** kW in one of each unit in which a power is read. */
const KILOWATTS: Readonly<Record<string, number>> = { W: 0.001, kW: 1, kVA: 1, MW: 1000, MVA: 1000 };

/** A rating is passed for minutes, and instruments err; beyond this it is the reading that is wrong. */
const OVERLOAD = 1.2;

/** Beside what an evaluation may look at: the reading of this step at the last visit, where there is one. */
type Known = EvaluationContext & { readonly previous?: Decimal | null };

export function questionAbout(step: StepBase & MeasurementStep, reading: Decimal, context: Known): Question | null {
  const previous = context.previous ?? null;
  const expected = step.expected === undefined ? null : (computeFormula(step.expected, context)?.value ?? null);
  const suggestion = slip(reading, expected ?? neighbours(step, context) ?? (previous === null ? null : toNumber(previous)));
  if (isImpossible(step, reading, expected)) return { code: 'impossible', suggestion };
  // A number offered at a hold point would be an answer put into somebody's mouth.
  if (step.holdPoint) return null;
  if (suggestion !== null) return { code: 'slip', suggestion };
  if (expected !== null && isFar(toNumber(reading), expected)) return { code: 'unusual', suggestion: null };
  return overrated(step, reading, context);
}

/** A power beyond what the equipment, or the nearest one above it that says so, is built for. */
function overrated({ unit }: MeasurementStep, reading: Decimal, { asset }: EvaluationContext): Question | null {
  const rating = toDecimal(asset?.attribute('rated_power') ?? '');
  const kilowatts = KILOWATTS[unit];
  if (rating === null || kilowatts === undefined) return null;
  const fits = (value: Decimal) => toNumber(value) * kilowatts <= OVERLOAD * toNumber(rating);
  if (fits(reading)) return null;
  const moved = shiftDecimal(reading, -1);
  return { code: 'overrated', suggestion: isDecimal(moved) && fits(moved) ? moved : null, rating };
}

function isImpossible(step: MeasurementStep, reading: Decimal, expected: number | null): boolean {
  const value = toNumber(reading);
  const ratio = step.expected === undefined ? undefined : formulas[step.expected.formula].impossibleAbove;
  return (step.unit === 'W/m²' && value > HIGHEST_IRRADIANCE) || (ratio !== undefined && expected !== null && value > ratio * expected);
}

const isNear = (value: number, reference: number): boolean => Math.abs(value - reference) <= 0.3 * Math.abs(reference);
const isFar = (value: number, reference: number): boolean => Math.abs(value - reference) > 0.5 * Math.abs(reference);

/** The reading ten or a hundred times smaller or larger, where only that fits what is known; null where the reading fits or nothing is known. */
function slip(reading: Decimal, reference: number | null): Decimal | null {
  if (reference === null || reference === 0 || !isFar(toNumber(reading), reference)) return null;
  return (
    [-1, 1, -2, 2].map((places) => shiftDecimal(reading, places)).find((moved) => isDecimal(moved) && isNear(toNumber(moved), reference)) ?? null
  );
}

function neighbours(step: MeasurementStep, context: EvaluationContext): number | null {
  const peers = context.peersOf(step.id).map(toNumber);
  return peers.length === 0 ? null : peers.reduce((sum, peer) => sum + peer, 0) / peers.length;
}
