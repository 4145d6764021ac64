import * as z from 'zod/mini';
import { decimalSchema } from '../decimal.ts';
import { codeSchema, severitySchema, stepIdSchema } from '../procedure/codes.ts';
import { localizedSchema, plainText } from '../text.ts';
import { formulaNames } from './formula-registry.ts';

/** Where an input comes from: a step's id, `asset.<attribute>` or `conditions.<reading>`. */
export const inputSourceSchema = z
  .string()
  .check(z.regex(/^((asset|conditions)\.[a-z][a-z0-9_]{0,63}|[A-Za-z0-9][A-Za-z0-9_-]{0,79})$/, 'not a source'));

/** Readings of the conditions on site, by the name formulas give them (`conditions.irradiance`). */
export const SITE_CONDITIONS = ['irradiance', 'module_temperature', 'air_temperature', 'wind'] as const;
const siteConditionSchema = z.enum(SITE_CONDITIONS);
export type SiteCondition = z.infer<typeof siteConditionSchema>;

const formulaUse = { formula: z.enum(formulaNames), inputs: z.record(codeSchema, inputSourceSchema) };
export const formulaUseSchema = z.strictObject(formulaUse);
export type FormulaUse = z.infer<typeof formulaUseSchema>;

const boundsSchema = z.strictObject({ min: z.optional(decimalSchema), max: z.optional(decimalSchema) });

export const limitKindSchema = z.enum(['standard', 'manufacturer', 'site', 'practice']);
export type LimitKind = z.infer<typeof limitKindSchema>;

/** A number with its unit, and all that says what it should be. */
export const measurementSchema = z.strictObject({
  unit: plainText(16).check(z.minLength(1)),
  /** What is counted, where the unit is `count`. */
  unitLabel: z.optional(localizedSchema),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
  min: z.optional(decimalSchema),
  max: z.optional(decimalSchema),
  /** Amber: inside the limits, but to be looked at. */
  watch: z.optional(z.strictObject({ below: z.optional(decimalSchema), above: z.optional(decimalSchema) })),
  limitKind: limitKindSchema,
  limitSource: z.optional(localizedSchema),
  severityOutside: severitySchema,
  /** First band whose `upTo` is not exceeded; the last one is open. */
  severityBands: z.optional(z.array(z.strictObject({ upTo: z.optional(decimalSchema), severity: severitySchema })).check(z.minLength(1))),
  instrument: z.optional(localizedSchema),
  /** Its answer stands for this condition of the site where the conditions' card says nothing: what is asked in a step is not asked twice. */
  fills: z.optional(siteConditionSchema),
  /** Compared live with a formula, and with the readings of identical neighbours. */
  expected: z.optional(
    z.strictObject({
      ...formulaUse,
      tolerancePct: decimalSchema,
      watchPct: z.optional(decimalSchema),
      peerTolerancePct: z.optional(decimalSchema),
    }),
  ),
  /** Filled in by a formula; typing the number stays possible. */
  computed: z.optional(formulaUseSchema),
  /** Limits that an earlier choice switches. */
  limitsBy: z.optional(z.strictObject({ step: stepIdSchema, cases: z.record(codeSchema, boundsSchema) })),
});
export type MeasurementDefinition = z.infer<typeof measurementSchema>;
