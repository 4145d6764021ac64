import { type EvaluationContext, evaluateStep, stepSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { markOf } from './place-mark.ts';

const words = { fr: 'Étape', en: 'Step' };
const stepOf = (definition: object) =>
  stepSchema.parse({ id: 's01', title: words, instructions: words, required: true, holdPoint: false, ...definition });
const nothingElse: EvaluationContext = {
  asset: null,
  numberOf: () => null,
  valueOf: () => null,
  conditionOf: () => null,
  peersOf: () => [],
  isConfirmed: () => true,
};
const voltage = { kind: 'measurement', unit: 'V', decimals: 1, limitKind: 'practice', severityOutside: 3 };

/** The mark of an answer that leaves nothing to do. */
const marked = (definition: object, response: object) => {
  const step = stepOf(definition);
  return markOf({ state: 'done', isConflict: false, step, evaluation: evaluateStep(step, response, nothingElse) });
};

test('a value is called conforming only where it was held against a limit', () => {
  const reading = { value: '612.4', unit: 'V' };
  expect(marked({ ...voltage, min: '590', limitSource: words }, reading)).toBe('conform');
  expect(marked(voltage, reading)).toBe('done');
});

test('what conforms is green, what does not apply or was only written is recorded', () => {
  expect(marked({ kind: 'check' }, { value: 'ok' })).toBe('conform');
  expect(marked({ kind: 'check' }, { value: 'na' })).toBe('done');
  expect(marked({ kind: 'text' }, { text: 'Rien à signaler.' })).toBe('done');
});
