import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useAnswers, useStepTitle } from '../../procedure/fields/step-words.ts';
import { conditionMessages } from './condition-messages.ts';

export type ShowIf = NonNullable<DraftStep['showIf']>;
export type Asked = Extract<ShowIf, { op?: unknown }>;

/** The conditions of a step, and whether all of them must hold or one suffices. */
export function partsOf(showIf: ShowIf | undefined): { readonly every: 'all' | 'any'; readonly list: readonly Asked[] } {
  if (showIf === undefined) return { every: 'all', list: [] };
  if ('all' in showIf) return { every: 'all', list: showIf.all ?? [] };
  if ('any' in showIf) return { every: 'any', list: showIf.any ?? [] };
  return { every: 'all', list: 'op' in showIf || 'step' in showIf ? [showIf] : [] };
}

/** The same as a version writes it: one condition stands alone. */
export function showIfOf(every: 'all' | 'any', list: readonly Asked[]): ShowIf | undefined {
  const [only, ...more] = list;
  if (only === undefined || more.length === 0) return only;
  return every === 'all' ? { all: [...list] } : { any: [...list] };
}

/** A condition as a sentence: "Appears if “Insulation” is out of limits and “Weather” is “Dry”". */
export function useConditionSentence(): (showIf: ShowIf, earlier: readonly DraftStep[]) => string {
  const t = useMessages(conditionMessages);
  const format = useFormat();
  const titleOf = useStepTitle();
  const answersOf = useAnswers();
  const one = (condition: Asked, earlier: readonly DraftStep[]): string => {
    const asked = earlier.find(({ id }) => id === condition.step);
    if (asked === undefined) return t.someStep;
    const answers = answersOf(asked);
    const nameOf = (value: string) => t.quoted(answers.find((answer) => answer.value === value)?.label ?? value);
    const values = 'value' in condition && condition.value !== undefined ? [condition.value].flat() : [];
    return t.says(titleOf(asked), condition.op ?? 'eq', format.list(values.map(nameOf)));
  };
  return (showIf, earlier) => {
    const { every, list } = partsOf(showIf);
    const words = list.map((condition) => one(condition, earlier));
    return words.length === 0 ? t.someStep : t.appears(words.join(every === 'all' ? t.and : t.or));
  };
}
