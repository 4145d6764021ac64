import * as z from 'zod/mini';
import { procedureHashSchema } from '../ids.ts';
import { codeSchema } from '../procedure/codes.ts';
import { localizedSchema, plainText } from '../text.ts';
import { confidenceSchema, LONGEST_DEFECT_TEXT, LONGEST_SUMMARY, MOST_DEFECTS, proposedDefectSchema } from './defect.ts';

/** State of what is seen, in a word. */
export const conditionSchema = z.enum(['good', 'worn', 'damaged', 'dangerous', 'not_visible']);
export type Condition = z.infer<typeof conditionSchema>;

/** What a model says of a photo, once it was read by schema. A proposal: it sets no pass and no value, and is a finding only when a person says so. */
export const proposalSchema = z.object({
  /** In words of the language asked in; empty where it cannot tell. */
  equipment: plainText(LONGEST_DEFECT_TEXT),
  condition: conditionSchema,
  /** Of the whole. */
  confidence: confidenceSchema,
  defects: z.array(proposedDefectSchema).check(z.maxLength(MOST_DEFECTS)),
  interpretation: plainText(LONGEST_SUMMARY),
  recommendedAction: plainText(LONGEST_SUMMARY),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const MOST_SUGGESTIONS = 5;

/** A procedure of the organisation's own library that fits, found by retrieval and never named by the model. */
export const suggestionSchema = z.object({
  slug: codeSchema,
  /** The version it was found in. */
  hash: procedureHashSchema,
  version: z.int(),
  title: localizedSchema,
  /** Where it speaks of this, in its own words, or the defect it is the answer to. */
  why: localizedSchema,
  /** The step that speaks of it, where one does. */
  step: z.nullable(codeSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
