import { computeFormula, type Decimal, type EvaluationContext, fromNumber, type KnownStep } from '@heliograph/domain';

/** What the step's formula gives now, rounded as the step is shown; null while an input is missing. */
export function computedReading({ computed, decimals }: KnownStep & { kind: 'measurement' }, context: EvaluationContext): Decimal | null {
  const result = computed === undefined ? null : computeFormula(computed, context);
  return result === null ? null : fromNumber(result.value, decimals);
}
