import * as z from 'zod/mini';

/** Codes of catalogues, answers and procedures: what machines compare, never shown to people. */
export const codeSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/, 'not a code'));

/** No point and no slash: a step's id is the first part of an address and the name of a formula's input. */
export const stepIdSchema = codeSchema;

export const severitySchema = z.literal([1, 2, 3, 4, 5]);
export type Severity = z.infer<typeof severitySchema>;
