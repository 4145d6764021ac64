import { deviceIdSchema } from '@heliograph/domain';
import type { ExchangeRequestWire, Owner, Transport } from '@heliograph/sync';
import * as z from 'zod/mini';
import { quietCache } from './quiet-cache.ts';

const countSchema = z.object({ ops: z.int(), photos: z.int() });
const unreadSchema = z.object({ ...countSchema.shape, restored: countSchema });
/** What a person has still to read: how much is gone for good, and how much came back from the spare. */
export type Unread = z.infer<typeof unreadSchema>;

const lossSchema = z.object({
  /** For good, and not all of it heard of by the office until it is told. */
  ...countSchema.shape,
  /** Device wall clock when it was found, ms. */
  at: z.int(),
  /** The outbox it was in; a note of an older app does not say. */
  dev: z.optional(deviceIdSchema),
  /** What it was found by: the same loss is told once. */
  mark: z.string(),
  isTold: z.boolean(),
  unread: z._default(z.nullable(unreadSchema), null),
});
export type Loss = z.infer<typeof lossSchema>;

/** What was lost on this phone, and who has still to hear of it: kept beside the sentinel (H3). */
export interface Losses {
  read(): Promise<Loss | null>;
  /** Of an earlier loss, what the office or the person has not heard of is told with this one. */
  keep(loss: Omit<Loss, 'isTold' | 'unread'> & Unread): Promise<void>;
  /** The office has heard of it. */
  told(): Promise<void>;
  /** Its person has read it. */
  seen(): Promise<void>;
}

const NOTHING = { ops: 0, photos: 0 };
type Count = z.infer<typeof countSchema>;
const sum = (a: Count, b: Count): Count => ({ ops: a.ops + b.ops, photos: a.photos + b.photos });

export function openLosses({ org, user }: Owner, storage?: CacheStorage): Losses {
  const cache = quietCache(`/loss/${org}/${user}`, lossSchema, storage);
  const change = async (what: Partial<Loss>): Promise<void> => {
    const loss = await cache.read();
    if (loss !== null) await cache.write({ ...loss, ...what });
  };
  return {
    read: cache.read,
    keep: async ({ restored, ...found }) => {
      const known = await cache.read();
      if (known?.mark === found.mark) return change({ unread: { ops: found.ops, photos: found.photos, restored } });
      const untold = sum(found, known?.isTold === false ? known : NOTHING);
      const unread = known?.unread ?? { ...NOTHING, restored: NOTHING };
      await cache.write({
        ...{ ...found, ...untold, isTold: untold.ops + untold.photos === 0 },
        unread: { ...sum(found, unread), restored: sum(restored, unread.restored) },
      });
    },
    told: () => change({ isTold: true }),
    seen: () => change({ unread: null }),
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
