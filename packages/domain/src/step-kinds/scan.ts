import * as z from 'zod/mini';
import { assetIdSchema } from '../ids.ts';
import { codeSchema } from '../procedure/codes.ts';
import { plainText } from '../text.ts';
import { failure, verdict } from './consequences.ts';
import { defineStepKind } from './define.ts';

/**
 * A label read by the camera or typed. `asset` is null for a code we do not know; `mismatch` says that it names another position
 * than the one in hand, or another type than expected, and the person went on. At a hold point that fails: the neighbour always looks like the right inverter.
 */
export const scan = defineStepKind({
  kind: 'scan',
  definition: z.strictObject({ expects: z.array(codeSchema).check(z.minLength(1)) }),
  response: z.object({ code: plainText(500), asset: z.nullable(assetIdSchema), typed: z.boolean(), mismatch: z.optional(z.boolean()) }),
  evaluate(step, { asset, mismatch }) {
    if (mismatch === true) return step.holdPoint ? failure(step) : verdict('watch');
    if (asset !== null) return verdict('pass');
    return verdict(step.holdPoint ? 'watch' : 'none');
  },
  summarize: (_step, { code }) => ({ kind: 'text', text: code }),
  blank: { expects: [] },
  example: {
    step: { expects: ['string_inverter'] },
    responses: [
      { code: 'HG-7K2M-0193', asset: assetIdSchema.parse('0190b5a0-0000-7000-8000-000000000007'), typed: false },
      { code: '21C4417-00981', asset: null, typed: true, mismatch: true },
    ],
  },
});
