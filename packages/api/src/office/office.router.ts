import { allowed, router } from '../trpc/init.ts';
import { waitingFor } from './waiting.service.ts';

export const officeRouter = router({
  waiting: allowed('office.read').query(({ ctx }) => waitingFor(ctx.deps, ctx.actor)),
});
