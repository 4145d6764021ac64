import { ASSET_ATTRIBUTES } from '../../asset/attributes.ts';
import { compareDecimals, type Decimal } from '../../decimal.ts';
import { readSource } from '../../measurement/compute.ts';
import type { FormulaUse } from '../../measurement/definition.ts';
import { SITE_CONDITIONS } from '../../measurement/definition.ts';
import { type FormulaInput, formulas } from '../../measurement/formula-registry.ts';
import type { KnownStep } from '../content.ts';
import { answersOf } from './conditions.ts';
import { earlierStep, type Path, type Problem, problem } from './problem.ts';

type MeasurementStep = KnownStep & { kind: 'measurement' };
interface Place {
  readonly steps: readonly KnownStep[];
  readonly at: number;
  readonly step: MeasurementStep;
}

export function checkMeasurement(steps: readonly KnownStep[], at: number): Problem[] {
  const step = steps[at];
  if (step?.kind !== 'measurement') return [];
  const place = { steps, at, step };
  return [
    ...crossed(step.min, step.max, ['steps', at, 'min']),
    ...checkBands(place),
    ...checkLimitsBy(place),
    ...(['expected', 'computed'] as const).flatMap((name) => checkFormula(place, step[name], ['steps', at, name])),
  ];
}

/** A lower limit above its upper one: nothing could ever be inside. */
export const crossed = (min: Decimal | undefined, max: Decimal | undefined, path: Path): Problem[] =>
  min !== undefined && max !== undefined && compareDecimals(min, max) > 0 ? [problem(path, 'min_above_max', `${min} > ${max}`)] : [];

function checkBands({ step, at }: Place): Problem[] {
  const bands = step.severityBands ?? [];
  return bands.flatMap(({ upTo }, n) => {
    const next = bands[n + 1];
    const rises = next === undefined || (upTo !== undefined && (next.upTo === undefined || compareDecimals(upTo, next.upTo) < 0));
    return rises ? [] : [problem(['steps', at, 'severityBands', n], 'bands_not_rising', upTo)];
  });
}

function checkLimitsBy(place: Place): Problem[] {
  const { at, step } = place;
  if (step.limitsBy === undefined) return [];
  const path = ['steps', at, 'limitsBy'];
  const asked = earlierStep(place, step.limitsBy.step, [...path, 'step']);
  if ('problem' in asked) return [asked.problem];
  const possible = answersOf(asked.step);
  if (possible === null) return [problem([...path, 'step'], 'not_comparable', asked.step.kind)];
  return Object.entries(step.limitsBy.cases).flatMap(([value, { min, max }]) => [
    ...(possible.includes(value) ? [] : [problem([...path, 'cases', value], 'unknown_value', value)]),
    ...crossed(min ?? step.min, max ?? step.max, [...path, 'cases', value, 'min']),
  ]);
}

/** Every input named and known, from a place that can give it, in the unit the formula expects. */
function checkFormula(place: Place, use: FormulaUse | undefined, path: Path): Problem[] {
  if (use === undefined) return [];
  const formula = formulas[use.formula];
  const inputs: Readonly<Record<string, FormulaInput>> = formula.inputs;
  const missing = Object.keys(inputs).filter((name) => inputs[name]?.fallback === undefined && use.inputs[name] === undefined);
  return [
    ...(formula.unit === place.step.unit ? [] : [problem([...path, 'formula'], 'wrong_unit', `${formula.unit} ≠ ${place.step.unit}`)]),
    ...missing.map((name) => problem([...path, 'inputs'], 'missing_input', name)),
    ...Object.entries(use.inputs).flatMap(([name, source]) => {
      const input = inputs[name];
      return input === undefined
        ? [problem([...path, 'inputs', name], 'unknown_input', name)]
        : checkSource(place, { source, unit: input.unit }, [...path, 'inputs', name]);
    }),
  ];
}

interface NamedSource {
  readonly source: string;
  /** The unit the formula expects. */
  readonly unit: string;
}

function checkSource(place: Place, { source, unit }: NamedSource, path: Path): Problem[] {
  const from = readSource(source);
  if (from.kind === 'asset') return Object.hasOwn(ASSET_ATTRIBUTES, from.attribute) ? [] : [problem(path, 'unknown_source', source)];
  if (from.kind === 'condition') return SITE_CONDITIONS.some((name) => name === from.name) ? [] : [problem(path, 'unknown_source', source)];
  const asked = earlierStep(place, from.id, path);
  if ('problem' in asked) return [asked.problem];
  if (asked.step.kind !== 'measurement') return [problem(path, 'not_comparable', asked.step.kind)];
  return [
    ...(asked.step.unit === unit ? [] : [problem(path, 'wrong_unit', `${asked.step.unit} ≠ ${unit}`)]),
    ...(asked.step.repeat === undefined || asked.step.repeat.over === place.step.repeat?.over
      ? []
      : [problem(path, 'other_repeat', asked.step.repeat.over)]),
  ];
}
