import { codeSchema, languageSchema, localizedSchema, plainText, procedureHashSchema } from '@heliograph/domain';
import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import { listedProcedureSchema } from '@heliograph/domain/procedure/listed';
import * as z from 'zod/mini';
import type { CreateProcedure, UpdateProcedure } from './draft.service.ts';

export const revisionSchema = z.int().check(z.minimum(0));

const fresh = { slug: z.optional(codeSchema) };
const known = { slug: plainText(100), revision: z.optional(revisionSchema) };

/** A whole procedure, told apart by what it holds: a draft's document, a plain list of steps, or nothing yet but perhaps a title. */
export const createSchema = z.union([
  z.object({ ...fresh, document: procedureDraftSchema }),
  z.pipe(
    z.extend(listedProcedureSchema, fresh),
    z.transform(({ slug, ...list }): CreateProcedure => ({ slug, list })),
  ),
  z.strictObject({ ...fresh, title: z.optional(localizedSchema) }),
]);

export const updateSchema = z.union([
  z.object({ ...known, document: procedureDraftSchema }),
  z.pipe(
    z.extend(listedProcedureSchema, known),
    z.transform(({ slug, revision, ...list }): UpdateProcedure => ({ slug, revision, list })),
  ),
]);

/** A version by its hash; by its code the newest version, else the draft. */
export const namedSchema = z.union([z.object({ hash: procedureHashSchema }), z.object({ slug: plainText(100) })]);

/** Our own file, as text; one with large documents goes through `POST /api/import/procedure`. */
export const importFileSchema = z.object({ text: z.string(), dryRun: z._default(z.boolean(), true) });

/** A workbook in base64, for callers that speak JSON; browsers send it as a form to `POST /api/import/xlsform`. */
export const importXlsformSchema = z.object({
  file: z.base64(),
  name: plainText(255),
  dryRun: z._default(z.boolean(), true),
  language: z._default(languageSchema, 'fr'),
  category: z.optional(codeSchema),
  equipment: z.optional(z.array(codeSchema).check(z.maxLength(50))),
});
