import * as z from 'zod/mini';
import { verdict } from './consequences.ts';
import { defineStepKind } from './define.ts';

/** Read and done. */
export const instruction = defineStepKind({
  kind: 'instruction',
  definition: z.strictObject({}),
  response: z.object({ done: z.literal(true) }),
  evaluate: () => verdict('pass'),
  summarize: () => ({ kind: 'done' }),
  blank: {},
  example: { step: {}, responses: [{ done: true }] },
});
