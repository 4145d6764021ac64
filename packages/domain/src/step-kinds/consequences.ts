import type { Severity } from '../procedure/codes.ts';
import type { StepBase } from '../procedure/step-base.ts';
import type { Evaluation, Outcome } from './define.ts';

/** An answer that means nothing beyond having been given. */
export const RECORDED: Evaluation = {
  outcome: 'none',
  standing: null,
  limit: null,
  expected: null,
  inputs: {},
  finding: null,
  severity: null,
  stopsWork: false,
  suspends: false,
  message: null,
  openProcedure: null,
};

export const verdict = (outcome: Outcome): Evaluation => ({ ...RECORDED, outcome });

/**
 * What follows from a failed answer. A hold point that fails halts the run, with or without `onFail`;
 * only an explicit `stopWork: false` lets it go on (the next steps then deal with it).
 * @param severity what the answer itself says; else the step's
 */
export const failure = ({ onFail, holdPoint }: Pick<StepBase, 'onFail' | 'holdPoint'>, severity: Severity | null = null): Evaluation => ({
  ...verdict('fail'),
  finding: onFail?.finding ?? null,
  severity: severity ?? onFail?.severity ?? null,
  stopsWork: onFail?.stopWork ?? holdPoint,
  message: onFail?.message ?? null,
  openProcedure: onFail?.openProcedure ?? null,
});
