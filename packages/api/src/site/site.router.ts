import { siteIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { allowed, router } from '../trpc/init.ts';
import { sitesFor, siteTree } from './site.service.ts';

export const siteRouter = router({
  list: allowed('site.read').query(({ ctx }) => sitesFor(ctx.deps, ctx.actor)),
  tree: allowed('site.read')
    .input(z.object({ id: siteIdSchema }))
    .query(({ ctx, input }) => siteTree(ctx.deps, ctx.actor, input.id)),
});
