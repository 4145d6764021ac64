import * as z from 'zod/mini';
import { photoHashSchema } from '../ids.ts';
import { type Localized, localizedSchema, plainText } from '../text.ts';
import { codeSchema } from './codes.ts';

/**
 * What a procedure says beside its steps' meaning: sections, the reason for a step, pictures and documents.
 * It lives in `extra`, which every released phone keeps, hashes and passes over: an older phone still carries out the procedure,
 * where a new field of the step itself would make it say "update to fill in this step".
 */
type Extra = Readonly<Record<string, unknown>> | undefined;

/** A picture or a PDF shown with a step or a procedure; its bytes are stored and fetched by hash, as photos are. */
export const attachmentSchema = z.object({
  hash: photoHashSchema,
  kind: z.enum(['photo', 'document']),
  /** The file's name, for people. */
  name: plainText(200),
  bytes: z.int().check(z.minimum(0)),
  caption: z.optional(localizedSchema),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A heading over consecutive steps; steps name it by id. */
export const sectionSchema = z.object({ id: codeSchema, title: localizedSchema });
export type Section = z.infer<typeof sectionSchema>;

/** The entries of `extra` that people read. */
export const NOTES: ReadonlySet<string> = new Set(['purpose', 'sections', 'attachments']);

interface WithExtra {
  readonly extra?: Extra;
}

/** Sections of a procedure, in no particular order: the steps' order decides. */
export const sectionsOf = ({ extra }: WithExtra): readonly Section[] => readable(sectionSchema, extra?.['sections']);

/** The section a step belongs to, where its procedure knows it. */
export function sectionOf({ extra }: WithExtra, procedure: WithExtra): Section | null {
  return sectionsOf(procedure).find(({ id }) => id === extra?.['section']) ?? null;
}

/** Why the step is there. */
export function purposeOf({ extra }: WithExtra): Localized | null {
  const purpose = localizedSchema.safeParse(extra?.['purpose']);
  return purpose.success ? purpose.data : null;
}

/** Reference pictures and documents of a step, or of the procedure as a whole. */
export const attachmentsOf = ({ extra }: WithExtra): readonly Attachment[] => readable(attachmentSchema, extra?.['attachments']);

/** Every file a version needs to be read offline, each once. */
export function filesOf(content: WithExtra & { readonly steps: readonly WithExtra[] }): readonly Attachment[] {
  const all = [content, ...content.steps].flatMap(attachmentsOf);
  return [...new Map(all.map((file) => [file.hash, file])).values()];
}

/** The members of a list that can be read; `extra` came from outside, and what is odd there is nobody's obstacle. */
function readable<T>(schema: z.ZodMiniType<T>, raw: unknown): readonly T[] {
  return Array.isArray(raw)
    ? raw.flatMap((member) => {
        const parsed = schema.safeParse(member);
        return parsed.success ? [parsed.data] : [];
      })
    : [];
}
