import { addressSchema, executionIdSchema, operationIdSchema, plainText } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { review } from './review.service.ts';

const seen = z.int().check(z.minimum(0));
const note = plainText(4000).check(z.trim(), z.minLength(1));
const reviewed = { id: executionIdSchema, seen, operation: z.optional(operationIdSchema) };

export const reviewRouter = router({
  approve: allowed('review.decide')
    .input(z.object({ ...reviewed, note: z.optional(note) }))
    .mutation(({ ctx, input }) => review(ctx.deps, ctx.actor, { ...input, outcome: 'approve' })),
  return: allowed('review.decide')
    .input(z.object({ ...reviewed, note, step: z.optional(addressSchema) }))
    .mutation(({ ctx, input }) => review(ctx.deps, ctx.actor, { ...input, outcome: 'return' })),
});
