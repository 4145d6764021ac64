import { type Decimal, fromNumber, toNumber } from '../decimal.ts';
import type { AppliedLimit, EvaluationContext } from '../step-kinds/define.ts';
import { computeFormula } from './compute.ts';
import type { MeasurementDefinition } from './definition.ts';
import { type Bounds, isOpen, OPEN, tightest } from './standing.ts';

/** Everything a reading of this step is held against just now, known before anything is typed. */
export interface Limits {
  /** Outside these the reading is out of limits; null where nothing limits it. */
  readonly limit: AppliedLimit | null;
  /** Outside these, but inside the limits, the reading is to be watched. */
  readonly watch: Bounds;
  readonly expected: Decimal | null;
  readonly inputs: Readonly<Record<string, Decimal>>;
  /** False while a formula that belongs to the verdict lacks an input: then nothing is called conforming. */
  readonly isComplete: boolean;
}

export type MeasurementStep = { readonly id: string } & MeasurementDefinition;

export function limitsOf(step: MeasurementStep, context: EvaluationContext): Limits {
  const computation = step.expected === undefined ? null : computeFormula(step.expected, context);
  const peers = peerMean(step, context);
  const bounds = [
    fixedBounds(step, context),
    around(computation?.value, step.expected?.tolerancePct, step),
    around(peers, step.expected?.peerTolerancePct, step),
  ];
  const mean = peers === null ? null : fromNumber(peers, step.decimals);
  return {
    limit: appliedLimit(step, bounds.reduce(tightest), context.isConfirmed(step.id)),
    watch: tightest({ min: step.watch?.below ?? null, max: step.watch?.above ?? null }, around(computation?.value, step.expected?.watchPct, step)),
    expected: computation === null ? null : fromNumber(computation.value, step.decimals),
    // The mean of the neighbours moves while readings come in: recorded, so that a verdict can be understood later.
    inputs: { ...computation?.inputs, ...(mean === null ? {} : { peer_mean: mean }) },
    isComplete: step.expected === undefined || computation !== null,
  };
}

function fixedBounds(step: MeasurementStep, context: EvaluationContext): Bounds {
  const choice = step.limitsBy === undefined ? null : context.valueOf(step.limitsBy.step);
  const switched = choice === null ? undefined : step.limitsBy?.cases[choice];
  return { min: switched?.min ?? step.min ?? null, max: switched?.max ?? step.max ?? null };
}

/** A tolerance around a computed value, rounded as the reading is shown: the limit on screen is the limit applied, on every machine. */
function around(centre: number | null | undefined, tolerancePct: Decimal | undefined, { decimals }: MeasurementStep): Bounds {
  if (centre === null || centre === undefined || tolerancePct === undefined) return OPEN;
  const reach = (Math.abs(centre) * toNumber(tolerancePct)) / 100;
  return { min: fromNumber(centre - reach, decimals), max: fromNumber(centre + reach, decimals) };
}

/** One neighbour alone cannot say which of two is wrong. */
const ENOUGH_PEERS = 2;

function peerMean(step: MeasurementStep, context: EvaluationContext): number | null {
  if (step.expected?.peerTolerancePct === undefined) return null;
  const peers = context.peersOf(step.id).map(toNumber);
  return peers.length < ENOUGH_PEERS ? null : peers.reduce((sum, peer) => sum + peer, 0) / peers.length;
}

function appliedLimit(step: MeasurementStep, bounds: Bounds, confirmed: boolean): AppliedLimit | null {
  return isOpen(bounds) ? null : { ...bounds, unit: step.unit, kind: step.limitKind, source: step.limitSource ?? null, confirmed };
}
