import { type Condition, conditionsOf } from '../../condition/condition.ts';
import type { KnownStep } from '../content.ts';
import { earlierStep, type Path, type Problem, problem } from './problem.ts';

/** Conditions look back at a step whose answer can be compared, with a value it can have. */
export function checkConditions(steps: readonly KnownStep[], at: number): Problem[] {
  const showIf = steps[at]?.showIf;
  if (showIf === undefined) return [];
  const list = 'all' in showIf ? ['all'] : 'any' in showIf ? ['any'] : null;
  return conditionsOf(showIf).flatMap((condition, n) => {
    const path: Path = ['steps', at, 'showIf', ...(list === null ? [] : [...list, n])];
    const asked = earlierStep({ steps, at }, condition.step, [...path, 'step']);
    return 'problem' in asked ? [asked.problem] : checkCondition(condition, asked.step, path);
  });
}

function checkCondition(condition: Condition, asked: KnownStep, path: Path): Problem[] {
  const notComparable = [problem([...path, 'op'], 'not_comparable', `${condition.op} of a ${asked.kind}`)];
  if (!('value' in condition)) return asked.kind === 'measurement' ? [] : notComparable;
  const possible = answersOf(asked);
  if (possible === null) return notComparable;
  const values = typeof condition.value === 'string' ? [condition.value] : condition.value;
  return values.filter((value) => !possible.includes(value)).map((value) => problem([...path, 'value'], 'unknown_value', value));
}

/** The answers a step can have; null where they are not a short list. */
export function answersOf(step: KnownStep): readonly string[] | null {
  if (step.kind === 'check') return ['ok', 'fail', 'na'];
  return step.kind === 'choice' ? step.options.map(({ value }) => value) : null;
}
