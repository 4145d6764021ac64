import { executionIdSchema, siteIdSchema, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { openExecution } from './execution.service.ts';
import { executionsFor } from './execution-list.service.ts';

const statusSchema = z.enum(['planned', 'in_progress', 'completed', 'approved', 'cancelled']);
/** ms since 1970, within what a date can be. */
const instant = z.optional(z.int().check(z.minimum(0), z.maximum(8.64e15)));

const listSchema = optional(
  z.object({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 25),
    status: z.optional(z.union([statusSchema, z.array(statusSchema).check(z.minLength(1), z.maxLength(5))])),
    siteId: z.optional(siteIdSchema),
    personId: z.optional(userIdSchema),
    /** Opened from here on, and before there. */
    from: instant,
    to: instant,
  }),
);

export const executionRouter = router({
  list: allowed('execution.read')
    .input(listSchema)
    .query(({ ctx, input: { status, siteId, personId, ...rest } }) =>
      executionsFor(ctx.deps, ctx.actor, {
        ...rest,
        statuses: status === undefined ? undefined : [status].flat(),
        site: siteId,
        person: personId,
      }),
    ),

  get: allowed('execution.read')
    .input(z.object({ id: executionIdSchema }))
    .query(({ ctx, input }) => openExecution(ctx.deps, ctx.actor, input.id)),
});
