import { refuse } from '@heliograph/domain';
import { exchangeRequestSchema } from '@heliograph/sync';
import { exchange, UnreadableBatch } from '@heliograph/sync/server';
import { allowed, router } from '../trpc/init.ts';

export const syncRouter = router({
  /** Push, acknowledge and pull in one call; also for those who may only deliver. */
  exchange: allowed('sync.exchange')
    .input(exchangeRequestSchema)
    .mutation(async ({ ctx, input }) => {
      const { deps, actor } = ctx;
      if (!deps.mayExchange(`${actor.org} ${input.dev}`)) refuse('TOO_MANY', { retryAfter: 1 });
      try {
        return await exchange(deps.sync, actor, input);
      } catch (error) {
        if (error instanceof UnreadableBatch) refuse('INVALID', { reason: 'batch' }, error.message);
        throw error;
      }
    }),
});
