import { deviceIdSchema } from '@heliograph/domain';
import type { ExchangeRequestWire, Owner, Transport } from '@heliograph/sync';
import * as z from 'zod/mini';
import { quietCache } from './quiet-cache.ts';

const countSchema = z.object({ ops: z.int(), photos: z.int() });

const lossSchema = z.object({
  /** For good. */
  ops: z.int(),
  photos: z.int(),
  /** What came back from the spare. */
  restored: z._default(countSchema, { ops: 0, photos: 0 }),
  /** Device wall clock when it was found, ms. */
  at: z.int(),
  /** The outbox it was in; a note of an older app does not say. */
  dev: z.optional(deviceIdSchema),
  /** What it was found by: the same loss is told once. */
  mark: z.string(),
  isTold: z.boolean(),
  /** Its person has read it here. An older app did not note it. */
  isSeen: z._default(z.boolean(), true),
});
export type Loss = z.infer<typeof lossSchema>;

/** What was lost on this phone, and who has heard of it: kept beside the sentinel (H3). */
export interface Losses {
  read(): Promise<Loss | null>;
  keep(loss: Omit<Loss, 'isTold' | 'isSeen'>): Promise<void>;
  /** The office has heard of it. */
  told(): Promise<void>;
  /** Its person has read it. */
  seen(): Promise<void>;
}

export function openLosses({ org, user }: Owner, storage?: CacheStorage): Losses {
  const cache = quietCache(`/loss/${org}/${user}`, lossSchema, storage);
  const change = async (what: Partial<Loss>): Promise<void> => {
    const loss = await cache.read();
    if (loss !== null) await cache.write({ ...loss, ...what });
  };
  return {
    read: cache.read,
    keep: async (loss) => {
      const known = await cache.read();
      if (known?.mark === loss.mark) return change({ isSeen: false });
      await cache.write({ ...loss, isTold: loss.ops + loss.photos === 0, isSeen: false });
    },
    told: () => change({ isTold: true }),
    seen: () => change({ isSeen: true }),
  };
}

const lostOf = ({ ops, photos, at, dev }: Loss) => ({ ops, photos, at, ...(dev === undefined ? {} : { dev }) });

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
