import { conditionsOf } from '../../condition/condition.ts';
import { readSource } from '../../measurement/compute.ts';
import type { KnownStep } from '../content.ts';
import { type Problem, problem } from './problem.ts';

/** Steps that ask each other in a circle: none of them could ever be decided first. */
export function checkCircles(steps: readonly KnownStep[]): Problem[] {
  const places = new Map(steps.map(({ id }, at) => [id, at]));
  const asks = steps.map((step) => askedBy(step).flatMap((id) => places.get(id) ?? []));
  return steps.flatMap((step, at) => (isWithin(asks, at) ? [problem(['steps', at, 'showIf'], 'circle', step.id)] : []));
}

/** Whether a step is reached again from itself. Only steps that ask forward can be part of a circle, so most are answered at once. */
function isWithin(asks: readonly (readonly number[])[], from: number): boolean {
  const seen = new Set<number>();
  const next = [...(asks[from] ?? [])];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === from) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    next.push(...(asks[at] ?? []));
  }
  return false;
}

/** Every step that this one looks at: in its condition, its formulas, its switched limits. */
function askedBy(step: KnownStep): readonly string[] {
  const conditions = step.showIf === undefined ? [] : conditionsOf(step.showIf).map((condition) => condition.step);
  if (step.kind !== 'measurement') return conditions;
  const sources = [step.expected, step.computed].flatMap((use) => Object.values(use?.inputs ?? {})).map(readSource);
  return [
    ...conditions,
    ...sources.flatMap((from) => (from.kind === 'step' ? [from.id] : [])),
    ...(step.limitsBy === undefined ? [] : [step.limitsBy.step]),
  ];
}
