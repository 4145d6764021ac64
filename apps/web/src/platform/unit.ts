import type { Step } from '@heliograph/domain';
import type { Language } from './preferences.ts';

/** The unit of a step's readings as people write it: where things are counted, what is counted or nothing; never the codes `count` and `1` (a plain number). */
export const unitOf = (step: Step | undefined, language: Language): string => {
  if (step?.kind !== 'measurement') return '';
  if (step.unit === 'count') return step.unitLabel?.[language] ?? '';
  return step.unit === '1' ? '' : step.unit;
};
