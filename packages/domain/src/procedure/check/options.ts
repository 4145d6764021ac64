import { conditionsOf } from '../../condition/condition.ts';
import type { KnownStep } from '../content.ts';
import { type Problem, problem } from './problem.ts';

type ChoiceStep = KnownStep & { kind: 'choice' };

/** Options that were forgotten when branches were drawn: the procedure goes on differently for the others, and nothing follows from these. */
export function checkOptions(steps: readonly KnownStep[]): Problem[] {
  const named = namedAnswers(steps);
  return steps.flatMap((step, at) => {
    const answers = named.get(step.id);
    // One branch has an "otherwise" beside it; from two on, each option was thought of.
    if (step.kind !== 'choice' || answers === undefined || answers.size < 2) return [];
    return unused(step, answers).map((n) => problem(['steps', at, 'options', n], 'unused_option', step.options[n]?.value));
  });
}

const unused = ({ options }: ChoiceStep, answers: ReadonlySet<string>): number[] =>
  options.flatMap((option, n) => (answers.has(option.value) || hasConsequence(option) ? [] : [n]));

const hasConsequence = ({ outcome, finding, openProcedure, stopWork, suspend }: ChoiceStep['options'][number]): boolean =>
  outcome === 'fail' || finding !== undefined || openProcedure !== undefined || stopWork === true || suspend === true;

/** Answers that conditions and switched limits name, by the step asked. What is excluded stands for every other answer, so nothing is forgotten there. */
function namedAnswers(steps: readonly KnownStep[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  const open = new Set<string>();
  const note = (id: string, values: readonly string[]) => named.set(id, new Set([...(named.get(id) ?? []), ...values]));
  for (const step of steps) {
    for (const condition of step.showIf === undefined ? [] : conditionsOf(step.showIf)) {
      if (condition.op === 'ne' || condition.op === 'none_eq') open.add(condition.step);
      else if ('value' in condition) note(condition.step, [condition.value].flat());
    }
    if (step.kind === 'measurement' && step.limitsBy !== undefined) {
      const { limitsBy, min, max } = step;
      if (min !== undefined || max !== undefined) open.add(limitsBy.step);
      note(limitsBy.step, Object.keys(limitsBy.cases));
    }
  }
  for (const id of open) named.delete(id);
  return named;
}
