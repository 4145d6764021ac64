import * as z from 'zod/mini';
import { decimalSchema } from '../decimal.ts';
import { measurementSchema } from '../measurement/definition.ts';
import { evaluateReading } from '../measurement/evaluate.ts';
import { plainText } from '../text.ts';
import { RECORDED } from './consequences.ts';
import { defineStepKind } from './define.ts';

/** A number in the step's unit. `computed`: the formula filled it and the person left it so. */
export const measurement = defineStepKind({
  kind: 'measurement',
  definition: measurementSchema,
  response: z.object({ value: decimalSchema, unit: plainText(16), computed: z.optional(z.boolean()) }),
  evaluate: (step, { value, unit }, context) => (unit === step.unit ? evaluateReading(step, value, context) : RECORDED),
  summarize: (step, { value, unit }) => ({ kind: 'number', value, unit, unitLabel: step.unitLabel ?? null }),
  blank: { unit: '', decimals: 1, limitKind: 'practice', severityOutside: 3 },
  example: {
    step: measurementSchema.parse({
      unit: 'MΩ',
      decimals: 2,
      min: '1',
      watch: { below: '5' },
      limitKind: 'standard',
      limitSource: { fr: 'IEC 62446-1 : 1 MΩ au-dessus de 120 V', en: 'IEC 62446-1: 1 MΩ above 120 V' },
      severityOutside: 5,
    }),
    responses: [
      { value: decimalSchema.parse('20.5'), unit: 'MΩ' },
      { value: decimalSchema.parse('0.83'), unit: 'MΩ' },
      { value: decimalSchema.parse('4.2'), unit: 'MΩ', computed: true },
    ],
  },
});
