import { allowed, router } from '../trpc/init.ts';
import { openDesk } from './waiting.service.ts';

export const officeRouter = router({
  waiting: allowed('office.read').query(({ ctx }) => openDesk(ctx.deps, ctx.actor)),
});
