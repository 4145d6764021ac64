import * as z from 'zod/mini';
import type { StepBase } from '../procedure/step-base.ts';
import { failure, verdict } from './consequences.ts';
import { defineStepKind } from './define.ts';

const valueSchema = z.enum(['ok', 'fail', 'na']);
export type CheckValue = z.infer<typeof valueSchema>;

/** Conforming, not conforming, not applicable. */
export const check = defineStepKind({
  kind: 'check',
  definition: z.strictObject({}),
  response: z.object({ value: valueSchema }),
  evaluate(step, { value }) {
    if (value === 'ok') return verdict('pass');
    // A hold point is passed or failed: "not applicable" would be a skip by another name.
    return value === 'na' && !step.holdPoint ? verdict('none') : failure(step);
  },
  summarize: (_step, { value }) => ({ kind: 'check', value }),
  blank: {},
  example: { step: {}, responses: [{ value: 'ok' }, { value: 'fail' }, { value: 'na' }] },
});

/** The answers to offer: a hold point cannot be called not applicable. */
export const checkValues = ({ holdPoint }: Pick<StepBase, 'holdPoint'>): readonly CheckValue[] => (holdPoint ? ['ok', 'fail'] : ['ok', 'fail', 'na']);
