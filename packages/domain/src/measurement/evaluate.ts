import { compareDecimals, type Decimal } from '../decimal.ts';
import type { Severity } from '../procedure/codes.ts';
import type { StepBase } from '../procedure/step-base.ts';
import { failure, RECORDED, verdict } from '../step-kinds/consequences.ts';
import type { Evaluation, EvaluationContext } from '../step-kinds/define.ts';
import { computeFormula } from './compute.ts';
import { type Limits, limitsOf, type MeasurementStep } from './limits.ts';
import { isInside, isOpen, OPEN, standing } from './standing.ts';

/** What a reading means against everything known just now. The reading is compared as entered, unrounded: the meter is the truth. */
export function evaluateReading(step: StepBase & MeasurementStep, reading: Decimal, context: EvaluationContext): Evaluation {
  const limits = limitsOf(step, context);
  const where = standing(reading, limits.limit ?? OPEN);
  const measured = {
    standing: limits.limit === null ? null : where,
    limit: limits.limit,
    expected: limits.expected,
    inputs: { ...(step.computed === undefined ? {} : computeFormula(step.computed, context)?.inputs), ...limits.inputs },
  };
  if (where.kind !== 'inside') return { ...failure(step, bandOf(step, reading) ?? step.onFail?.severity ?? step.severityOutside), ...measured };
  const outcome = outcomeInside(reading, limits);
  return { ...verdict(outcome), ...measured, severity: outcome === 'watch' ? bandOf(step, reading) : RECORDED.severity };
}

function outcomeInside(reading: Decimal, { limit, watch, isComplete }: Limits): 'pass' | 'watch' | 'none' {
  if (!isInside(reading, watch)) return 'watch';
  return isComplete && (limit !== null || !isOpen(watch)) ? 'pass' : 'none';
}

/** Severity by how far the reading goes; null where the step has no bands. */
function bandOf({ severityBands }: MeasurementStep, reading: Decimal): Severity | null {
  const band = severityBands?.find(({ upTo }) => upTo === undefined || compareDecimals(reading, upTo) <= 0);
  return band?.severity ?? null;
}
