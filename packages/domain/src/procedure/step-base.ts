import * as z from 'zod/mini';
import { showIfSchema } from '../condition/condition.ts';
import { localizedSchema, plainText } from '../text.ts';
import { codeSchema, severitySchema, stepIdSchema } from './codes.ts';

/** What follows from a failed check or a reading out of range. An action that is not listed here is refused, never ignored. */
export const onFailSchema = z.strictObject({
  finding: z.optional(codeSchema),
  severity: z.optional(severitySchema),
  openProcedure: z.optional(codeSchema),
  /** Left out, a hold point halts the run and any other step does not. */
  stopWork: z.optional(z.boolean()),
  message: z.optional(localizedSchema),
});

/** One answer per item: an equipment type below the asset in hand, or a name for rows that people add. */
export const repeatSchema = z.strictObject({
  over: plainText(64).check(z.minLength(1)),
  /** Steps of one group are filled together, item by item. */
  group: z.optional(codeSchema),
});

/** Metadata we do not know: kept and hashed, never acted on. */
export const extraSchema = z.record(z.string(), z.json());

/** What steps of every kind share. */
export const stepBaseSchema = z.strictObject({
  id: stepIdSchema,
  title: localizedSchema,
  instructions: localizedSchema,
  required: z.boolean(),
  /** Cannot be skipped, only refused with a reason; needs the name and time of a person. */
  holdPoint: z.boolean(),
  showIf: z.optional(showIfSchema),
  repeat: z.optional(repeatSchema),
  onFail: z.optional(onFailSchema),
  extra: z.optional(extraSchema),
});
export type StepBase = z.infer<typeof stepBaseSchema>;

/** Fields of a definition. One without any is inferred as "no key may exist", which would swallow the fields all steps share. */
export type FieldsOf<Definition extends z.core.$ZodType> = string extends keyof z.infer<Definition> ? unknown : z.infer<Definition>;

/** A step of one kind: what all share, and what only this kind has. */
export type StepOf<Kind extends string, Definition extends z.core.$ZodType> = StepBase & { kind: Kind } & FieldsOf<Definition>;
