import * as z from 'zod/mini';
import { ASK_FAULTS } from '../assistant/fault.ts';
import { assetIdSchema, executionIdSchema, photoHashSchema, siteIdSchema } from '../ids.ts';
import { addressSchema } from '../operation/index.ts';
import { languageSchema } from '../text.ts';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'an id'));
export const analysisIdSchema = uuid.brand<'AnalysisId'>();
export type AnalysisId = z.infer<typeof analysisIdSchema>;

/**
 * `vision.analyze`. The id is made where the photo was taken: asked twice, it is one analysis. The photo may still be on its way: its size announces it,
 * and its bytes come through `PATCH /api/photos/{sha}` as those of evidence do.
 */
export const askedAnalysisSchema = z.strictObject({
  id: analysisIdSchema,
  photo: z.strictObject({ sha: photoHashSchema, /** bytes */ size: z.int().check(z.minimum(1), z.maximum(33_554_432)) }),
  /** Of the words in the answer. */
  language: languageSchema,
  execution: z.optional(executionIdSchema),
  /** Address of the step the photo answers. */
  step: z.optional(addressSchema),
  asset: z.optional(assetIdSchema),
  site: z.optional(siteIdSchema),
  /**
   * Where a colleague has sent the same photo: SHA-256, lower-case hex, of this analysis's id and the photo's bytes after it. Who can say it holds the
   * photo, and not its name alone.
   */
  possession: z.optional(photoHashSchema),
});
export type AskedAnalysis = z.infer<typeof askedAnalysisSchema>;

/**
 * `waiting`: the photo is on its way. `queued`, `analysing`: it will come by itself. `proposed`: a person has to decide.
 * `none`: the model answered, and nothing of it could be used. `failed`: it can be asked again, see `problem`. `decided`: somebody has.
 */
export const analysisStateSchema = z.enum(['waiting', 'queued', 'analysing', 'proposed', 'none', 'failed', 'decided']);
export type AnalysisState = z.infer<typeof analysisStateSchema>;

/** Why there is no proposal: the model's fault or the budget's; no model that sees; a photo that is none; words that safety keeps back. */
export const ANALYSIS_PROBLEMS = [...ASK_FAULTS, 'no_model', 'photo', 'unreadable', 'unsafe'] as const;
export type AnalysisProblem = (typeof ANALYSIS_PROBLEMS)[number];

/** States that end by themselves: whoever looks on asks again. */
export const isUnderWay = (state: AnalysisState): boolean => state === 'waiting' || state === 'queued' || state === 'analysing';
/** Whether it may be asked again under the same id: `vision.again`. */
export const mayAskAgain = (state: AnalysisState): boolean => state === 'failed' || state === 'none';
/** Whether it may be given up: its photo has not come, or no model has been asked yet. It has failed then as `stopped`, and may be asked again. */
export const mayBeStopped = (state: AnalysisState): boolean => state === 'waiting' || state === 'queued';
