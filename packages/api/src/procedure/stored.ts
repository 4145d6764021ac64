import { type PublishedContent, procedureContentSchema, refuse } from '@heliograph/domain';
import { type Comparable, comparableSchema } from '@heliograph/domain/procedure/compare';
import { draftOf, type ProcedureDraft, procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import type * as z from 'zod/mini';

/**
 * What was stored was checked when it was stored, but perhaps by a newer server than this one. What it says beyond what is known here would be
 * lost by writing on it, so it is read by the newer one alone. @throws AppError INVALID `newer`
 */
function known<T>(schema: z.ZodMiniType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : refuse('INVALID', { reason: 'newer' });
}

/** A stored version's content. @throws AppError INVALID `newer` */
export const contentIn = (raw: unknown): PublishedContent => known(procedureContentSchema, raw);

/** A stored version as a draft to go on from. @throws AppError INVALID `newer` */
export const draftFrom = (raw: unknown): ProcedureDraft => draftOf(contentIn(raw));

/** A stored draft. @throws AppError INVALID `newer` */
export const draftIn = (raw: unknown): ProcedureDraft => known(procedureDraftSchema, raw);

/** A stored version or draft, to be shown beside another: also of a newer server. */
export const comparableIn = (raw: unknown): Comparable => known(comparableSchema, raw);
