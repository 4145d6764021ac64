import * as z from 'zod/mini';
import type { ProposedDefect } from './defect.ts';
import type { Proposal } from './proposal.ts';

/** How sure a proposal is, in a word. */
export const bandSchema = z.enum(['sure', 'likely', 'unsure']);
export type Band = z.infer<typeof bandSchema>;

/** The band of a confidence under the threshold in force: sure from halfway between the threshold and certainty. */
export function bandOf(confidence: number, threshold: number): Band {
  if (confidence < threshold) return 'unsure';
  return confidence >= (1 + threshold) / 2 ? 'sure' : 'likely';
}

/** The confidence a proposal is judged by: no more than that of its surest defect, else "all is well" would be read where every defect is held back. */
export const confidenceOf = ({ confidence, defects }: Pick<Proposal, 'confidence' | 'defects'>): number =>
  defects.length === 0 ? confidence : Math.min(confidence, Math.max(...defects.map((defect) => defect.confidence)));

/** A defect with its number in the proposal, by which a decision names it. */
export interface ShownDefect extends ProposedDefect {
  readonly at: number;
  readonly band: Exclude<Band, 'unsure'>;
}

/** Defects that may be shown; the others are held back, and their number is told. */
export const shownDefects = (defects: readonly ProposedDefect[], threshold: number): ShownDefect[] =>
  defects.flatMap((defect, at) => {
    const band = bandOf(defect.confidence, threshold);
    return band === 'unsure' ? [] : [{ ...defect, at, band }];
  });
