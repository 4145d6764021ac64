import { assetIdSchema, plainText } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { searchPassages } from './retrieval.service.ts';

/** Longer than a question of the assistant may be found by: its first words say what it is about. */
const LONGEST_QUERY = 10_000;
const searchSchema = z.object({
  query: plainText(LONGEST_QUERY),
  /** The equipment in hand: what was found on it lately stands after the passages. */
  asset: z.optional(assetIdSchema),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 5),
});

export const retrievalRouter = router({
  search: allowed('procedure.read')
    .input(searchSchema)
    .query(({ ctx, input }) => searchPassages(ctx.deps, ctx.actor, input)),
});
