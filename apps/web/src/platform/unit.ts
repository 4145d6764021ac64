import type { Step } from '@heliograph/domain';
import type { Language } from './preferences.ts';

/** The unit of a step's readings as people write it: where things are counted, what is counted or nothing; never the code `count`. */
export const unitOf = (step: Step | undefined, language: Language): string => {
  if (step?.kind !== 'measurement') return '';
  return step.unit === 'count' ? (step.unitLabel?.[language] ?? '') : step.unit;
};
