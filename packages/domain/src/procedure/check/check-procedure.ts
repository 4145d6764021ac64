import { localizedSchema } from '../../text.ts';
import type { KnownStep, PublishedContent } from '../content.ts';
import { checkConditions } from './conditions.ts';
import { checkMeasurement, crossed } from './measurements.ts';
import { duplicates, type Path, type Problem, problem } from './problem.ts';
import { checkReferences, type References } from './references.ts';

/** Everything wrong with a well-formed procedure, each with its place; an empty list may be published. */
export const checkProcedure = (content: PublishedContent, known: References): readonly Problem[] => [
  ...checkMeaning(content, known),
  ...untranslated(content, []),
];

/** The same apart from its texts. */
export function checkMeaning(content: PublishedContent, known: References): readonly Problem[] {
  const { steps } = content;
  return [
    ...duplicates(
      steps.map(({ id }) => id),
      (at) => ['steps', at, 'id'],
    ),
    ...steps.flatMap((_, at) => [...checkStep(steps, at), ...checkConditions(steps, at), ...checkMeasurement(steps, at)]),
    ...content.environment.flatMap(({ min, max }, n) => crossed(min, max, ['environment', n, 'min'])),
    ...checkReferences(content, known),
  ];
}

function checkStep(steps: readonly KnownStep[], at: number): Problem[] {
  const step = steps[at];
  if (step === undefined) return [];
  const path = ['steps', at];
  const group = step.repeat?.group;
  const first = group === undefined ? undefined : steps.find(({ repeat }) => repeat?.group === group);
  return [
    ...(step.holdPoint && !step.required ? [problem([...path, 'required'], 'optional_hold_point', step.id)] : []),
    ...(first !== undefined && first.repeat?.over !== step.repeat?.over
      ? [problem([...path, 'repeat', 'over'], 'other_repeat', step.repeat?.over)]
      : []),
    ...(step.kind === 'photo' && step.minCount > step.maxCount
      ? [problem([...path, 'minCount'], 'min_above_max', `${step.minCount} > ${step.maxCount}`)]
      : []),
    ...(step.kind === 'choice'
      ? duplicates(
          step.options.map(({ value }) => value),
          (n) => [...path, 'options', n, 'value'],
        )
      : []),
  ];
}

/** A text for people that is blank in one of the languages. */
function untranslated(value: unknown, path: Path): Problem[] {
  if (Array.isArray(value)) return value.flatMap((member, n) => untranslated(member, [...path, n]));
  if (typeof value !== 'object' || value === null) return [];
  const text = localizedSchema.safeParse(value);
  if (text.success)
    return Object.entries(text.data).flatMap(([language, words]) =>
      words.trim() === '' ? [problem([...path, language], 'missing_translation')] : [],
    );
  return Object.entries(value).flatMap(([key, member]) => (key === 'extra' ? [] : untranslated(member, [...path, key])));
}
