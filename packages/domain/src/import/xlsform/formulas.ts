import type { FormulaUse } from '../../measurement/definition.ts';
import { type FormulaName, formulas } from '../../measurement/formula-registry.ts';
import { parseExpression } from './expression/parse.ts';
import { type Expression, write } from './expression/tree.ts';

/** Our formulas in the language of forms; names in braces are the formula's inputs. Those with logarithms nobody writes in a sheet. */
const TEMPLATES: readonly (readonly [FormulaName, string])[] = [
  ['fill_factor', '${pmax} div (${voc} * ${isc}) * 100'],
  ['fill_factor', '${pmax} * 100 div (${voc} * ${isc})'],
  ['delta_t_norm', '(${t_hot} - ${t_ref}) * 1000 div ${irradiance}'],
  ['delta_t_norm', '(${t_hot} - ${t_ref}) * (1000 div ${irradiance})'],
  ['missing_modules', '${n_modules} * (1 - ${voc} div ${voc_expected})'],
  ['system_voltage', '${n_modules} * ${voc_stc} * 1.25'],
  ['fault_position', '${n_modules} * ${v_neg} div (${v_pos} + ${v_neg})'],
  ['soiling_ratio', '${isc_soiled} div ${isc_clean}'],
  ['sensor_soiling', '(${after} - ${before}) div ${after} * 100'],
  ['cleaning_gain', '(${after} - ${before}) div ${before} * 100'],
];

const templates = TEMPLATES.flatMap(([formula, text]) => {
  const parsed = parseExpression(text);
  return parsed.kind === 'parsed' ? [{ formula, tree: parsed.tree }] : [];
});

export interface NamedFormula {
  readonly use: FormulaUse;
  readonly unit: string;
}

/** A step whose number a formula may take. */
export type NumberStep = { readonly id: string; readonly unit: string } | null;

/**
 * The formula of ours that a calculation is, by its shape and by the units of what it is made of: `${a} div ${b}` is a soiling ratio only
 * between two currents. Null where none is.
 */
export function formulaOf(tree: Expression, stepOf: (name: string) => NumberStep): NamedFormula | null {
  for (const { formula, tree: template } of templates) {
    const inputs = new Map<string, string>();
    if (!fits(template, bare(tree), inputs)) continue;
    const wanted: Readonly<Record<string, { readonly unit: string }>> = formulas[formula].inputs;
    const steps = [...inputs].map(([input, name]) => ({ input, step: stepOf(name) }));
    if (!steps.every(({ input, step }) => step !== null && step.unit === wanted[input]?.unit)) continue;
    return { use: { formula, inputs: Object.fromEntries(steps.map(({ input, step }) => [input, step?.id ?? ''])) }, unit: formulas[formula].unit };
  }
  return null;
}

/** Rounding is the step's own affair. */
const bare = (tree: Expression): Expression => (tree.kind === 'call' && tree.name === 'round' && tree.args[0] !== undefined ? tree.args[0] : tree);

function fits(template: Expression, tree: Expression, inputs: Map<string, string>): boolean {
  if (template.kind === 'question') {
    const known = inputs.get(template.name);
    if (tree.kind !== 'question' || (known !== undefined && known !== tree.name)) return false;
    inputs.set(template.name, tree.name);
    return true;
  }
  if (template.kind === 'number') return tree.kind === 'number' && Number(tree.value) === Number(template.value);
  if (template.kind !== 'binary' || tree.kind !== 'binary' || tree.op !== template.op) return write(template) === write(tree);
  const tried = new Map(inputs);
  if (fits(template.left, tree.left, inputs) && fits(template.right, tree.right, inputs)) return true;
  if (template.op !== '*' && template.op !== '+') return false;
  restore(inputs, tried);
  return fits(template.left, tree.right, inputs) && fits(template.right, tree.left, inputs);
}

function restore(inputs: Map<string, string>, to: ReadonlyMap<string, string>): void {
  inputs.clear();
  for (const [name, value] of to) inputs.set(name, value);
}
