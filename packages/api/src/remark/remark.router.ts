import { readyRemarksSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { listRemarks, replaceRemarks } from './remark.service.ts';

const saveSchema = z.object({ revision: z.int().check(z.minimum(0)), remarks: readyRemarksSchema });

export const remarkRouter = router({
  list: allowed('office.read').query(({ ctx }) => listRemarks(ctx.deps, ctx.actor)),
  // Words that others put under their own name: whoever approves know-how writes them.
  save: allowed('tip.approve')
    .input(saveSchema)
    .mutation(({ ctx, input }) => replaceRemarks(ctx.deps, ctx.actor, input)),
});
