import * as z from 'zod/mini';
import { plainText } from '../text.ts';
import { RECORDED } from './consequences.ts';
import { defineStepKind } from './define.ts';

/** Free words. */
export const text = defineStepKind({
  kind: 'text',
  definition: z.strictObject({}),
  response: z.object({ text: plainText(4000) }),
  evaluate: () => RECORDED,
  summarize: (_step, response) => ({ kind: 'text', text: response.text }),
  blank: {},
  example: { step: {}, responses: [{ text: 'Bornier 3 resserré. Accès par le nord.' }] },
});
