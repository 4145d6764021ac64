import * as z from 'zod/mini';
import { plainText } from '../text.ts';
import { type AnalysisState, analysisIdSchema } from './analysis.ts';
import type { Band } from './band.ts';
import { MOST_DEFECTS, statedDefectSchema } from './defect.ts';

export const outcomeSchema = z.enum(['accept', 'correct', 'reject']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** A defect as decided; `of` is the number of the proposed one it stands for, null for one that the model did not see. */
export const decidedDefectSchema = z.extend(statedDefectSchema, { of: z.nullable(z.int().check(z.minimum(0))) });
export type DecidedDefect = z.infer<typeof decidedDefectSchema>;

const seen = {
  id: analysisIdSchema,
  /** The one that was on the screen. */
  revision: z.int(),
  comment: z._default(plainText(1000).check(z.trim()), ''),
};

/** `vision.decide`: the word of a person with the right. What a correction leaves out is not there. */
export const decisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ ...seen, outcome: z.literal('accept') }),
  z.strictObject({
    ...seen,
    outcome: z.literal('correct'),
    defects: z.array(decidedDefectSchema).check(z.maxLength(2 * MOST_DEFECTS)),
  }),
  z.strictObject({ ...seen, outcome: z.literal('reject'), comment: plainText(1000).check(z.trim(), z.minLength(1, 'say why')) }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** Why a decision cannot be taken: nobody has proposed anything, somebody has decided, or there is no verdict that could be accepted. */
export type DecisionObstacle = 'not_proposed' | 'decided' | 'unsure';

/** One too unsure to be shown has no verdict to accept; a person who looked at the photo may still say what is there, or reject it. */
export function decisionObstacle(outcome: Outcome, { state, band }: { state: AnalysisState; band: Band | null }): DecisionObstacle | null {
  if (state === 'decided') return 'decided';
  if (state !== 'proposed') return 'not_proposed';
  return outcome === 'accept' && band === 'unsure' ? 'unsure' : null;
}
