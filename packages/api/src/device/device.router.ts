import { executionIdSchema, LIMITS, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { admitting, allowed, router } from '../trpc/init.ts';
import { admitHeld } from './admit.service.ts';
import { dismissPhone, openFleet } from './device.service.ts';
import { handInRecords } from './hand-in.service.ts';

const handInSchema = z.object({
  author: userIdSchema,
  /** Checked one by one by the engine, never all or nothing. */
  operations: z.array(z.unknown()).check(z.minLength(1), z.maxLength(LIMITS.batchOperations)),
});

export const deviceRouter = router({
  list: allowed('device.read').query(({ ctx }) => openFleet(ctx.deps, ctx.actor)),
  dismiss: allowed('device.manage')
    .input(z.object({ handle: z.string().check(z.maxLength(40)) }))
    .mutation(({ ctx, input }) => dismissPhone(ctx.deps, ctx.actor, input.handle)),
  admit: admitting('execution.assign')
    .input(z.object({ author: userIdSchema, execution: executionIdSchema }))
    .mutation(({ ctx, input }) => admitHeld(ctx.deps, ctx.actor, input)),
  handIn: allowed('device.manage')
    .input(handInSchema)
    .mutation(({ ctx, input }) => handInRecords(ctx.deps, ctx.actor, input)),
});
