import type { Condition, ShowIf } from '../../../condition/condition.ts';

/** What must hold, as a tree of simple questions to earlier steps. */
export type Logic =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** The answer is one of these; `all` is every answer the step can have. */
  | { readonly kind: 'answer'; readonly step: string; readonly of: readonly string[]; readonly all: readonly string[] }
  /** The reading is inside its limits, or outside. */
  | { readonly kind: 'reading'; readonly step: string; readonly side: 'in_range' | 'out_of_range' }
  | { readonly kind: 'all'; readonly of: readonly Logic[] }
  | { readonly kind: 'any'; readonly of: readonly Logic[] };

export const ALWAYS: Logic = { kind: 'always' };
export const NEVER: Logic = { kind: 'never' };

/** The opposite, among answers that were given: a step nobody answered meets neither. */
export function negated(logic: Logic): Logic {
  switch (logic.kind) {
    case 'always':
      return NEVER;
    case 'never':
      return ALWAYS;
    case 'answer':
      return { ...logic, of: logic.all.filter((value) => !logic.of.includes(value)) };
    case 'reading':
      return { ...logic, side: logic.side === 'in_range' ? 'out_of_range' : 'in_range' };
    case 'all':
      return any(logic.of.map(negated));
    case 'any':
      return all(logic.of.map(negated));
  }
}

export const all = (of: readonly Logic[]): Logic => joined('all', of);
export const any = (of: readonly Logic[]): Logic => joined('any', of);

/** Flat, without what changes nothing, questions to one step made one. */
function joined(kind: 'all' | 'any', of: readonly Logic[]): Logic {
  const [neutral, deciding] = kind === 'all' ? (['always', 'never'] as const) : (['never', 'always'] as const);
  const parts: Logic[] = [];
  for (const part of of.flatMap((one) => (one.kind === kind ? one.of : [one]))) {
    if (part.kind === deciding || isEmpty(part, deciding)) return { kind: deciding };
    if (part.kind === neutral || isEmpty(part, neutral)) continue;
    const same = parts.findIndex((one) => one.kind === 'answer' && part.kind === 'answer' && one.step === part.step);
    const before = parts[same];
    if (before?.kind === 'answer' && part.kind === 'answer')
      parts[same] = { ...before, of: kind === 'all' ? both(before.of, part.of) : either(before.of, part.of) };
    else if (!parts.some((one) => isSame(one, part))) parts.push(part);
  }
  if (kind === 'all' && parts.some((part) => part.kind === 'answer' && part.of.length === 0)) return NEVER;
  const [only] = parts;
  if (only === undefined) return { kind: neutral };
  return parts.length === 1 ? only : { kind, of: parts };
}

const isEmpty = (part: Logic, as: 'always' | 'never'): boolean => as === 'never' && part.kind === 'answer' && part.of.length === 0;
const both = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((value) => b.includes(value));
const either = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
const isSame = (a: Logic, b: Logic): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What each step already waits for: whoever answered it has met that. */
export type Guards = ReadonlyMap<string, Logic>;

/**
 * As a step's condition, which is one list at most: all of these, or any of them. What the asked steps wait for themselves is left out, as it
 * holds by itself: the answer of a hidden step does not count.
 * @returns null where the tree is deeper than a condition can be
 */
export function showIfOf(logic: Logic, guards: Guards): ShowIf | 'always' | 'never' | null {
  const lean = withoutImplied(logic, guards);
  if (lean.kind === 'answer' || lean.kind === 'reading') return conditionOf(lean);
  if (lean.kind !== 'all' && lean.kind !== 'any') return lean.kind;
  const parts = lean.of.map((part) => (part.kind === 'answer' || part.kind === 'reading' ? conditionOf(part) : null));
  if (!parts.every((part) => part !== null)) return null;
  return lean.kind === 'all' ? { all: parts } : { any: parts };
}

function conditionOf(part: Logic & { kind: 'answer' | 'reading' }): Condition {
  if (part.kind === 'reading') return { step: part.step, op: part.side };
  const missing = part.all.filter((value) => !part.of.includes(value));
  const [only, but] = [part.of[0], missing[0]];
  if (part.of.length === 1 && only !== undefined) return { step: part.step, op: 'eq', value: only };
  if (missing.length === 1 && but !== undefined) return { step: part.step, op: 'ne', value: but };
  return { step: part.step, op: 'in', value: [...part.of] };
}

function withoutImplied(logic: Logic, guards: Guards): Logic {
  if (logic.kind !== 'all') return logic;
  let kept = logic.of;
  for (const part of logic.of) {
    const others = kept.filter((one) => one !== part);
    if (others.some((other) => implies(other, part, guards))) kept = others;
  }
  return all(kept);
}

/** Whether a part holding means that another one holds, by what the asked step itself waits for. */
function implies(part: Logic, wanted: Logic, guards: Guards): boolean {
  if (isSame(part, wanted)) return true;
  if (part.kind === 'any') return part.of.every((one) => implies(one, wanted, guards));
  if (part.kind === 'all') return part.of.some((one) => implies(one, wanted, guards));
  if (part.kind === 'answer' && wanted.kind === 'answer' && part.step === wanted.step) return part.of.every((value) => wanted.of.includes(value));
  if (wanted.kind === 'any' && wanted.of.some((one) => implies(part, one, guards))) return true;
  const guard = 'step' in part ? guards.get(part.step) : undefined;
  return guard !== undefined && implies(guard, wanted, guards);
}
