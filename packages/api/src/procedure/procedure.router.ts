import { plainText, procedureHashSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { openProcedure, searchLibrary } from './procedure.service.ts';

const word = z.optional(plainText(100));
const limit = z._default(z.int().check(z.minimum(1), z.maximum(100)), 50);
const librarySchema = optional(z.object({ category: word, equipment: word, tag: word, query: word, cursor: word, limit }));

export const procedureRouter = router({
  list: allowed('procedure.read')
    .input(librarySchema)
    .query(({ ctx, input }) => searchLibrary(ctx.deps, ctx.actor, input)),

  get: allowed('procedure.read')
    .input(z.union([z.object({ hash: procedureHashSchema }), z.object({ slug: plainText(100) })]))
    .query(({ ctx, input }) => openProcedure(ctx.deps, ctx.actor, input)),
});
