import { allowed, router } from '../trpc/init.ts';
import { pokes } from './live.service.ts';

export const liveRouter = router({
  /** For the office and for a phone in the foreground; when the stream is cut, plain refetching goes on. */
  pokes: allowed('execution.read').subscription(({ ctx, signal }) =>
    pokes(ctx.deps, ctx.signedIn, { cookies: ctx.cookies, signal: signal ?? new AbortController().signal }),
  ),
});
