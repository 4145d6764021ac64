import {
  type AssessedPlace,
  type Asset,
  type Evaluation,
  formulas,
  fromNumber,
  isOfType,
  type KnownStep,
  type Language,
  toNumber,
} from '@heliograph/domain';
import { chance } from './ids.ts';

/** What the script lets somebody answer: a response as the step's kind stores it, or a share of what the formula expects. */
export type Given = Readonly<Record<string, unknown>> | { readonly share: number };

/** What meters usually show, by unit. */
const USUAL: Readonly<Record<string, number>> = {
  ...{
    kW: 74,
    '%': 3.1,
    K: 2.2,
    A: 0.06,
    V: 2.4,
    'W/m²': 842,
    '°C': 38,
    Ω: 0.21,
    MΩ: 42,
    kΩ: 1450,
    'km/h': 9,
    cm: 22,
    count: 16,
    '°': 24.8,
    'mg/L': 46,
  },
};

const REMARK: Readonly<Record<Language, string>> = { fr: 'Rien à signaler.', en: 'Nothing to report.' };

export interface Situation {
  readonly place: AssessedPlace;
  /** The asset in hand and its parents, nearest first. */
  readonly line: readonly Asset[];
  /** What an answer here would be held against. */
  readonly trial: Evaluation | null;
  readonly language: Language;
  /** Tells one reading from another, the same on every run. */
  readonly name: string;
}

/** An ordinary answer: everything is in order. Pictures and signatures are no answers, they are operations of their own. */
export function ordinaryAnswer(step: KnownStep, situation: Situation): Record<string, unknown> | null {
  switch (step.kind) {
    case 'instruction':
      return { done: true };
    case 'check':
      return { value: 'ok' };
    case 'text':
      return { text: REMARK[situation.language] };
    case 'choice':
      return { value: (step.options.find(({ outcome }) => outcome === 'ok') ?? step.options[0])?.value };
    case 'scan': {
      const asset = situation.line.find(({ type }) => step.expects.some((wanted) => isOfType(type, wanted))) ?? situation.line[0];
      return asset === undefined ? null : { code: asset.code, asset: asset.id, typed: false };
    }
    case 'measurement':
      return reading(step, situation, 1);
    default:
      return null;
  }
}

type Measurement = KnownStep & { kind: 'measurement' };

/** A reading near what the formula expects, times `share`; where none expects anything, what such a meter usually shows. */
export function reading(step: Measurement, { trial, name }: Situation, share: number): Record<string, unknown> {
  const wobble = 1 + (chance(name) - 0.5) * 0.016;
  const computed = step.computed === undefined || trial === null ? null : computedValue(step.computed.formula, trial);
  const centre = computed ?? (trial?.expected == null ? usual(step, name) : toNumber(trial.expected) * wobble);
  return { value: fromNumber(centre * share, step.decimals), unit: step.unit, ...(computed === null ? {} : { computed: true }) };
}

function computedValue(formula: keyof typeof formulas, { inputs }: Evaluation): number | null {
  const numbers = Object.fromEntries(Object.entries(inputs).map(([input, value]) => [input, toNumber(value)]));
  const value = Object.keys(numbers).length === 0 ? Number.NaN : formulas[formula].compute(numbers);
  return Number.isFinite(value) ? value : null;
}

function usual({ unit, min, max }: Measurement, name: string): number {
  const value = (USUAL[unit] ?? 1) * (0.9 + 0.2 * chance(name));
  const [low, high] = [min === undefined ? Number.NEGATIVE_INFINITY : toNumber(min), max === undefined ? Number.POSITIVE_INFINITY : toNumber(max)];
  if (value >= low && value <= high) return value;
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) * 0.4;
  return Number.isFinite(low) ? low * 1.3 : high * 0.4;
}
