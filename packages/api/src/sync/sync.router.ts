import { refuse } from '@heliograph/domain';
import { exchangeRequestSchema } from '@heliograph/sync';
import { exchange, UnreadableBatch } from '@heliograph/sync/server';
import { hearOfLoss } from '../device/device.service.ts';
import { allowed, router } from '../trpc/init.ts';

export const syncRouter = router({
  /** Push, acknowledge and pull in one call; also for those who may only deliver. */
  exchange: allowed('sync.exchange')
    .input(exchangeRequestSchema)
    .mutation(async ({ ctx, input }) => {
      const { deps, actor } = ctx;
      if (!deps.mayExchange(`${actor.org} ${input.dev}`)) refuse('TOO_MANY', { retryAfter: 1 });
      try {
        const answer = await exchange(deps.sync, actor, input);
        // Before it is answered: a phone tells of a loss until it is.
        if (answer.kind === 'ok') await hearOfLoss(deps, actor, input);
        return answer;
      } catch (error) {
        if (error instanceof UnreadableBatch) refuse('INVALID', { reason: 'batch' }, error.message);
        throw error;
      }
    }),
});
