import { assetIdSchema, executionIdSchema, LIFE_STATUSES, operationIdSchema, plainText, siteIdSchema, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { instant, optional } from '../trpc/input.ts';
import { cancelExecution } from './cancel.service.ts';
import { openExecution } from './execution.service.ts';
import { executionsFor } from './execution-list.service.ts';
import type { ExecutionsWanted } from './execution-rows.ts';
import { openReceipt } from './receipt.service.ts';

const statusSchema = z.enum(LIFE_STATUSES);
/** One or several. */
export const statusFilter = z.optional(
  z.pipe(
    z.union([statusSchema, z.array(statusSchema).check(z.minLength(1), z.maxLength(LIFE_STATUSES.length))]),
    z.transform((one) => [one].flat()),
  ),
);

/** Which executions: the same for lists and for what is taken out. */
export const executionFilter = {
  status: statusFilter,
  siteId: z.optional(siteIdSchema),
  assetId: z.optional(assetIdSchema),
  personId: z.optional(userIdSchema),
  /** Opened from here on, and before there. */
  from: instant,
  to: instant,
};
const filterSchema = z.object(executionFilter);

/** The filter as the services take it. */
export const filterOf = ({ status, siteId, assetId, personId, from, to }: z.infer<typeof filterSchema>): ExecutionsWanted => ({
  ...{ from, to, statuses: status, site: siteId, asset: assetId, person: personId },
});

const listSchema = optional(
  z.object({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 25),
    ...executionFilter,
  }),
);

export const executionRouter = router({
  list: allowed('execution.read')
    .input(listSchema)
    .query(({ ctx, input: { cursor, limit, ...filter } }) => executionsFor(ctx.deps, ctx.actor, { cursor, limit, ...filterOf(filter) })),

  get: allowed('execution.read')
    .input(z.object({ id: executionIdSchema }))
    .query(({ ctx, input }) => openExecution(ctx.deps, ctx.actor, input.id)),

  receipt: allowed('execution.read')
    .input(z.object({ id: executionIdSchema }))
    .query(({ ctx, input }) => openReceipt(ctx.deps, ctx.actor, input.id)),

  cancel: allowed('execution.cancel')
    .input(
      z.object({
        id: executionIdSchema,
        reason: plainText(1000).check(z.trim(), z.minLength(1)),
        operation: z.optional(operationIdSchema),
      }),
    )
    .mutation(({ ctx, input }) => cancelExecution(ctx.deps, ctx.actor, input)),
});
