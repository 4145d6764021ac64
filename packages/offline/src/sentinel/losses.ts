import { deviceIdSchema } from '@heliograph/domain';
import type { ExchangeRequestWire, Owner, Transport } from '@heliograph/sync';
import * as z from 'zod/mini';
import { quietCache } from './quiet-cache.ts';

const lossSchema = z.object({
  ops: z.int(),
  photos: z.int(),
  /** Device wall clock when it was found, ms. */
  at: z.int(),
  /** The outbox it was in; a note of an older app does not say. */
  dev: z.optional(deviceIdSchema),
  /** What it was found by: the same loss is told once. */
  mark: z.string(),
  isTold: z.boolean(),
});
export type Loss = z.infer<typeof lossSchema>;

/** What was lost on this phone and whether the office has heard of it: kept beside the sentinel until it has (H3). */
export interface Losses {
  read(): Promise<Loss | null>;
  keep(loss: Omit<Loss, 'isTold'>): Promise<void>;
  told(): Promise<void>;
}

export function openLosses({ org, user }: Owner, storage?: CacheStorage): Losses {
  const cache = quietCache(`/loss/${org}/${user}`, lossSchema, storage);
  return {
    read: cache.read,
    keep: async (loss) => {
      if ((await cache.read())?.mark !== loss.mark) await cache.write({ ...loss, isTold: false });
    },
    told: async () => {
      const loss = await cache.read();
      if (loss !== null) await cache.write({ ...loss, isTold: true });
    },
  };
}

const lostOf = ({ mark, isTold, ...lost }: Loss) => lost;

/** The same transport; each request tells of the loss until one is answered. */
export function tellingLosses(transport: Transport, losses: Losses): Transport {
  // Read once: in most lives of a phone there is none.
  let untold = losses.read().then((loss) => (loss === null || loss.isTold ? null : lostOf(loss)));
  return {
    exchange: async (request: ExchangeRequestWire) => {
      const lost = await untold;
      const result = await transport.exchange(lost === null ? request : { ...request, lost });
      if (lost !== null && result.kind === 'answer' && result.answer.kind === 'ok') {
        await losses.told();
        untold = Promise.resolve(null);
      }
      return result;
    },
  };
}
