import { type Decimal, toDecimal, toNumber } from '../decimal.ts';
import type { EvaluationContext } from '../step-kinds/define.ts';
import type { FormulaUse } from './definition.ts';
import { SITE_CONDITIONS } from './definition.ts';
import { formulas } from './formula-registry.ts';

export type InputSource =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'asset'; readonly attribute: string }
  | { readonly kind: 'condition'; readonly name: string };

export function readSource(source: string): InputSource {
  if (source.startsWith('asset.')) return { kind: 'asset', attribute: source.slice('asset.'.length) };
  if (source.startsWith('conditions.')) return { kind: 'condition', name: source.slice('conditions.'.length) };
  return { kind: 'step', id: source };
}

/** A formula's result before rounding, and every input it used, fallbacks included. */
export interface Computation {
  readonly value: number;
  readonly inputs: Readonly<Record<string, Decimal>>;
}

/** Null where an input is missing or the result is no number (no light, division by nothing): then there is no verdict, never a wrong one. */
export function computeFormula(use: FormulaUse, context: EvaluationContext): Computation | null {
  const formula = formulas[use.formula];
  const inputs: Record<string, Decimal> = {};
  for (const [name, { fallback }] of Object.entries(formula.inputs)) {
    const source = use.inputs[name];
    const value = (source === undefined ? null : valueFrom(readSource(source), context)) ?? toDecimal(fallback ?? '');
    if (value === null) return null;
    inputs[name] = value;
  }
  const value = formula.compute(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toNumber(input)])));
  return Number.isFinite(value) ? { value, inputs } : null;
}

/** Names of the inputs that are neither there nor have a fallback: what the screen says is missing for a verdict. */
export const missingInputs = (use: FormulaUse, context: EvaluationContext): readonly string[] =>
  Object.entries(formulas[use.formula].inputs)
    .filter(([name, { fallback }]) => {
      const source = use.inputs[name];
      return fallback === undefined && (source === undefined || valueFrom(readSource(source), context) === null);
    })
    .map(([name]) => name);

function valueFrom(source: InputSource, context: EvaluationContext): Decimal | null {
  if (source.kind === 'step') return context.numberOf(source.id);
  if (source.kind === 'asset') return toDecimal(context.asset?.attribute(source.attribute) ?? '');
  const name = SITE_CONDITIONS.find((condition) => condition === source.name);
  return name === undefined ? null : context.conditionOf(name);
}
