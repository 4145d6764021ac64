import { plainText } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { compareStarter, declineStarter, newsOfStarter, takeStarter } from './starter.service.ts';

const named = z.object({ slug: plainText(100) });

export const starterRouter = router({
  list: allowed('office.read').query(({ ctx }) => newsOfStarter(ctx.deps, ctx.actor)),
  compare: allowed('office.read')
    .input(named)
    .query(({ ctx, input }) => compareStarter(ctx.deps, ctx.actor, input.slug)),
  take: allowed('procedure.write')
    .input(named)
    .mutation(({ ctx, input }) => takeStarter(ctx.deps, ctx.actor, input.slug)),
  decline: allowed('procedure.write')
    .input(named)
    .mutation(({ ctx, input }) => declineStarter(ctx.deps, ctx.actor, input.slug)),
});
