import type { Step } from '@heliograph/domain';
import type { Language } from './preferences.ts';

/** A unit as people write it: nothing for a plain number, whose codes are `count` and `1`. */
export const writtenUnit = (unit: string | null | undefined): string => (unit == null || unit === 'count' || unit === '1' ? '' : unit);

/** The unit of a step's readings as people write it: where things are counted, what is counted or nothing. */
export const unitOf = (step: Step | undefined, language: Language): string => {
  if (step?.kind !== 'measurement') return '';
  return step.unit === 'count' ? (step.unitLabel?.[language] ?? '') : writtenUnit(step.unit);
};
