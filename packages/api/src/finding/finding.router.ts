import { assetIdSchema, executionIdSchema } from '@heliograph/domain';
import { FINDING_STATES } from '@heliograph/domain/vision';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { findingsFor, openFinding } from './finding.service.ts';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const listSchema = optional(
  z.object({
    ...paging,
    assetId: z.optional(assetIdSchema),
    executionId: z.optional(executionIdSchema),
    states: z.optional(z.array(z.enum(FINDING_STATES)).check(z.minLength(1), z.maxLength(4))),
  }),
);

export const findingRouter = router({
  list: allowed('site.read')
    .input(listSchema)
    .query(({ ctx, input: { assetId: asset, executionId: execution, ...input } }) =>
      findingsFor(ctx.deps, ctx.actor, { ...input, asset, execution }),
    ),
  get: allowed('site.read')
    .input(z.object({ id: uuid }))
    .query(({ ctx, input }) => openFinding(ctx.deps, ctx.actor, input.id)),
});
