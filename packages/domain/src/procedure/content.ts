import * as z from 'zod/mini';
import { localizedSchema } from '../text.ts';

/** Placeholder until the registry joins each kind's definition; replaced by the procedure room. */
export const stepSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  title: localizedSchema,
});
export type Step = z.infer<typeof stepSchema>;
