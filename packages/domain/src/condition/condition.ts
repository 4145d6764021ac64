import * as z from 'zod/mini';
import { codeSchema, stepIdSchema } from '../procedure/codes.ts';

/** What may be asked of an earlier step's answer. */
export const conditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ step: stepIdSchema, op: z.literal(['eq', 'ne', 'none_eq']), value: codeSchema }),
  z.strictObject({ step: stepIdSchema, op: z.literal('in'), value: z.array(codeSchema).check(z.minLength(1)) }),
  z.strictObject({ step: stepIdSchema, op: z.literal(['in_range', 'out_of_range']) }),
]);
export type Condition = z.infer<typeof conditionSchema>;

const conditions = z.array(conditionSchema).check(z.minLength(1));

export const showIfSchema = z.union([conditionSchema, z.strictObject({ all: conditions }), z.strictObject({ any: conditions })]);
export type ShowIf = z.infer<typeof showIfSchema>;

export function conditionsOf(showIf: ShowIf): readonly Condition[] {
  if ('all' in showIf) return showIf.all;
  return 'any' in showIf ? showIf.any : [showIf];
}
