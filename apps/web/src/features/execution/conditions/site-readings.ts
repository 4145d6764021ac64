import {
  type AssessedPlace,
  type ConditionField,
  conditionFields,
  conditionsCard,
  type Decimal,
  type ExecutionState,
  isKnownStep,
  summarizeStep,
} from '@heliograph/domain';

/** One condition of the site as formulas read it: the card's, else that of the step that asked for it. */
export interface SiteReading {
  readonly field: ConditionField;
  readonly value: Decimal;
  /** Null: written on the card. */
  readonly from: AssessedPlace | null;
}

/** Whatever is known of the conditions on site, in the order of the card. */
export function siteReadings(state: ExecutionState, places: readonly AssessedPlace[]): readonly SiteReading[] {
  const card = conditionsCard(state)?.values;
  return conditionFields.flatMap((field): SiteReading[] => {
    const written = card?.[field.key];
    if (written !== undefined) return [{ field, value: written, from: null }];
    const filled = filledBy(field, places);
    return filled === null ? [] : [filled];
  });
}

/** What a step says of a condition, whether or not the card says it too: the last one in order. */
export function filledBy(field: ConditionField, places: readonly AssessedPlace[]): SiteReading | null {
  const from = places.findLast((place) => fills(place) === field.name && place.response !== null);
  const said = from === undefined ? null : summarizeStep(from.step, from.response);
  return from === undefined || said?.kind !== 'number' ? null : { field, value: said.value, from };
}

/** A step that repeats says it of its item, not of the site. */
export const fills = ({ step }: Pick<AssessedPlace, 'step'>) =>
  isKnownStep(step) && step.kind === 'measurement' && step.repeat === undefined ? (step.fills ?? null) : null;

/** Conditions that the step's formulas ask for and nobody has given yet. */
export function missingConditions({ step, context }: AssessedPlace): readonly ConditionField[] {
  if (!isKnownStep(step) || step.kind !== 'measurement') return [];
  const sources = [step.expected, step.computed].flatMap((use) => Object.values(use?.inputs ?? {}));
  return conditionFields.filter(({ name }) => sources.includes(`conditions.${name}`) && context.conditionOf(name) === null);
}
