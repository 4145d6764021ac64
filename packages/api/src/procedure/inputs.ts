import { codeSchema, localizedSchema, plainText } from '@heliograph/domain';
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
