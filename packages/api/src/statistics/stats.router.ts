import { allowed, router } from '../trpc/init.ts';
import { myStatistics, organisationStatistics } from './statistics.service.ts';

export const statsRouter = router({
  me: allowed('assistant.use').query(({ ctx }) => myStatistics(ctx.deps, ctx.actor)),
  organisation: allowed('office.read').query(({ ctx }) => organisationStatistics(ctx.deps, ctx.actor)),
});
