import { preferenceChangeSchema } from '@heliograph/domain';
import { allowed, router } from '../trpc/init.ts';
import { prefer, preferencesOf } from './preference.service.ts';

export const preferenceRouter = router({
  get: allowed('session.own').query(({ ctx }) => preferencesOf(ctx.deps, ctx.actor)),
  set: allowed('session.own')
    .input(preferenceChangeSchema)
    .mutation(({ ctx, input }) => prefer(ctx.deps, ctx.actor, input)),
});
