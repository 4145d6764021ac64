import * as z from 'zod/mini';
import { localizedSchema } from '../text.ts';
import { verdict } from './consequences.ts';
import { defineStepKind } from './define.ts';

/**
 * Pictures. They are `photo` operations at the step's address, so nothing records a response:
 * the response is what the fold counts there, photos taken and not removed. `pass` once there are enough.
 */
export const photo = defineStepKind({
  kind: 'photo',
  definition: z.strictObject({
    minCount: z.int().check(z.minimum(0)),
    maxCount: z.int().check(z.minimum(1)),
    mustShow: z.optional(localizedSchema),
    annotate: z.boolean(),
  }),
  response: z.object({ count: z.int().check(z.minimum(0)) }),
  evaluate: (step, { count }) => verdict(count >= step.minCount ? 'pass' : 'none'),
  summarize: (_step, { count }) => ({ kind: 'count', count }),
  blank: { minCount: 1, maxCount: 4, annotate: true },
  example: {
    step: { minCount: 2, maxCount: 6, mustShow: { fr: 'Cadenas et étiquette lisibles', en: 'Padlock and tag readable' }, annotate: true },
    responses: [{ count: 1 }, { count: 2 }],
  },
});
