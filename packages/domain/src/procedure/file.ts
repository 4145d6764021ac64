import * as z from 'zod/mini';
import { procedureHashSchema } from '../ids.ts';
import { attachmentSchema } from './notes.ts';

/** A file that goes with a procedure, its bytes in base64. */
export const carriedFileSchema = z.object({ ...attachmentSchema.shape, data: z.base64() });
export type CarriedFile = z.infer<typeof carriedFileSchema>;

/**
 * A procedure as one file, to be brought into another organisation to the letter. `content` is kept raw: a build that does not know a field
 * must not lose it, and the hash is that of what came.
 */
export const procedureFileSchema = z.object({
  format: z.literal('heliograph-procedure'),
  version: z.literal(1),
  /** `draft`: work in hand, never published in this form. */
  kind: z.enum(['version', 'draft']),
  /** Of the canonical form of `content`. */
  hash: procedureHashSchema,
  content: z.record(z.string(), z.unknown()),
  files: z.array(carriedFileSchema),
});
export type ProcedureFile = z.infer<typeof procedureFileSchema>;
