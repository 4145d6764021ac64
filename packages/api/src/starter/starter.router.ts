import { plainText, tipIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { compareStarter, declineStarter, newsOfStarter, takeStarter } from './starter.service.ts';
import { declineTip, newsOfTips, takeTip } from './starter-tips.service.ts';

const tip = z.object({ id: tipIdSchema });
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

  tips: allowed('office.read').query(({ ctx }) => newsOfTips(ctx.deps, ctx.actor)),
  takeTip: allowed('tip.approve')
    .input(tip)
    .mutation(({ ctx, input }) => takeTip(ctx.deps, ctx.actor, input.id)),
  declineTip: allowed('tip.approve')
    .input(tip)
    .mutation(({ ctx, input }) => declineTip(ctx.deps, ctx.actor, input.id)),
});
