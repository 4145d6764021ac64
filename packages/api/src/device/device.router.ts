import { allowed, router } from '../trpc/init.ts';
import { devicesOf } from './device.service.ts';

export const deviceRouter = router({
  list: allowed('device.read').query(({ ctx }) => devicesOf(ctx.deps, ctx.actor)),
});
