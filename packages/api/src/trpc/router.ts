import { authRouter } from '../auth/auth.router.ts';
import { deviceRouter } from '../device/device.router.ts';
import { executionRouter } from '../execution/execution.router.ts';
import { liveRouter } from '../live/live.router.ts';
import { procedureRouter } from '../procedure/procedure.router.ts';
import { siteRouter } from '../site/site.router.ts';
import { syncRouter } from '../sync/sync.router.ts';
import { router } from './init.ts';

export const appRouter = router({
  auth: authRouter,
  device: deviceRouter,
  execution: executionRouter,
  live: liveRouter,
  procedure: procedureRouter,
  site: siteRouter,
  sync: syncRouter,
});
export type AppRouter = typeof appRouter;
