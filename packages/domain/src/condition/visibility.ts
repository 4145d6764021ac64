import type { Outcome } from '../step-kinds/define.ts';
import type { Condition, ShowIf } from './condition.ts';

/** As much of a step as conditions need. */
export interface ConditionalStep {
  readonly id: string;
  readonly showIf?: ShowIf | undefined;
  readonly repeat?: { readonly over: string } | undefined;
}

/** An answer as conditions see it: the value chosen, and where it stands. */
export interface ConditionAnswer {
  readonly value: string | null;
  readonly outcome: Outcome;
}

export interface ConditionView {
  step(id: string): ConditionalStep | null;
  /** Items of a repeat; steps that repeat over the same thing share them, also outside a group. */
  items(over: string): readonly string[];
  /** The answer that stands, whether or not its step is shown; null while unanswered. `item` is null for a step that does not repeat. */
  answerOf(stepId: string, item: string | null): ConditionAnswer | null;
}

export type IsShown = (step: ConditionalStep, item: string | null) => boolean;

/**
 * Which steps are shown, for one state of the answers (make another when they change). A condition inside a repeat looks at the same item
 * of a step that repeats over the same thing; from outside it is true when any item matches. The answer of a hidden step does not count.
 */
export function visibility(view: ConditionView): IsShown {
  // Each step and item is decided once: without this a chain of `any` conditions doubles the work at every link.
  const decided = new Map<string, boolean>();

  const isShown: IsShown = (step, item) => {
    if (step.showIf === undefined) return true;
    const key = `${step.id}/${item ?? ''}`;
    const known = decided.get(key);
    if (known !== undefined) return known;
    // Conditions only look back (the importer and the editor refuse others); should one ever loop, its steps stay hidden.
    decided.set(key, false);
    const shown = isMet(step.showIf, (condition) => holds(condition, countedAnswers(condition.step, step, item)));
    decided.set(key, shown);
    return shown;
  };

  // From outside a repeat every asker sees the same answers: read once, not once for each of its own items.
  const seenFromOutside = new Map<string, readonly ConditionAnswer[]>();

  const countedAnswers = (id: string, asking: ConditionalStep, item: string | null): readonly ConditionAnswer[] => {
    const asked = view.step(id);
    if (asked === null) return [];
    const at = (key: string | null) => (isShown(asked, key) ? (view.answerOf(id, key) ?? []) : []);
    const isSameItem = item !== null && asking.repeat?.over === asked.repeat?.over;
    if (asked.repeat === undefined || isSameItem) return [asked.repeat === undefined ? null : item].flatMap(at);
    const answers = seenFromOutside.get(id) ?? view.items(asked.repeat.over).flatMap(at);
    seenFromOutside.set(id, answers);
    return answers;
  };

  return isShown;
}

/** One question without keeping anything; for many steps make one `visibility`. */
export const isShown = (step: ConditionalStep, item: string | null, view: ConditionView): boolean => visibility(view)(step, item);

const isMet = (showIf: ShowIf, test: (condition: Condition) => boolean): boolean =>
  'all' in showIf ? showIf.all.every(test) : 'any' in showIf ? showIf.any.some(test) : test(showIf);

/** @param answers those that count: none while the step is unanswered, and then no condition holds, `ne` and `none_eq` included */
function holds(condition: Condition, answers: readonly ConditionAnswer[]): boolean {
  switch (condition.op) {
    case 'eq':
      return answers.some(({ value }) => value === condition.value);
    case 'ne':
      return answers.some(({ value }) => value !== condition.value);
    case 'none_eq':
      return answers.length > 0 && answers.every(({ value }) => value !== condition.value);
    case 'in':
      return answers.some(({ value }) => value !== null && condition.value.includes(value));
    case 'in_range':
      return answers.some(({ outcome }) => outcome === 'pass' || outcome === 'watch');
    case 'out_of_range':
      return answers.some(({ outcome }) => outcome === 'fail');
  }
}
