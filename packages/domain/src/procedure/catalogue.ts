import * as z from 'zod/mini';
import { equipmentTypeSchema } from '../asset/context.ts';
import { limitKindSchema } from '../measurement/definition.ts';
import { localizedSchema, plainText } from '../text.ts';
import { codeSchema, severitySchema } from './codes.ts';
import { extraSchema } from './step-base.ts';

const extra = z.optional(extraSchema);
const labelled = { code: codeSchema, label: localizedSchema, extra };

export const categorySchema = z.strictObject(labelled);
export type Category = z.infer<typeof categorySchema>;

export const equipmentTypeEntrySchema = z.strictObject({ ...labelled, code: equipmentTypeSchema });
export type EquipmentTypeEntry = z.infer<typeof equipmentTypeEntrySchema>;

export const certificationSchema = z.strictObject({ ...labelled, source: z.optional(plainText(200)) });
export type Certification = z.infer<typeof certificationSchema>;

export const severityLevelSchema = z.strictObject({
  level: severitySchema,
  label: localizedSchema,
  meaning: localizedSchema,
  response: localizedSchema,
  extra,
});
export type SeverityLevel = z.infer<typeof severityLevelSchema>;

export const defectClassSchema = z.strictObject({
  ...labelled,
  group: codeSchema,
  /** How it can be seen: an ordinary photo, a thermal camera, an instrument, only on site. */
  detection: z.array(z.enum(['rgb', 'ir', 'measure', 'visual'])).check(z.minLength(1)),
  defaultSeverity: severitySchema,
  visualCues: localizedSchema,
  recommendedAction: localizedSchema,
  procedure: z.optional(codeSchema),
});
export type DefectClass = z.infer<typeof defectClassSchema>;

export const cataloguesSchema = z.strictObject({
  categories: z.array(categorySchema),
  equipmentTypes: z.array(equipmentTypeEntrySchema),
  certifications: z.array(certificationSchema),
  severityScale: z.array(severityLevelSchema).check(z.length(5)),
  defectClasses: z.array(defectClassSchema),
  limitKinds: z.record(limitKindSchema, localizedSchema),
});
export type Catalogues = z.infer<typeof cataloguesSchema>;

/** Short know-how for the field. */
export const tipSchema = z.strictObject({
  id: codeSchema,
  title: localizedSchema,
  content: localizedSchema,
  category: codeSchema,
  tags: z.array(plainText(64)),
  extra,
});
export type Tip = z.infer<typeof tipSchema>;
