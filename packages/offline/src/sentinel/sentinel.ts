import type { OutboxMeta, Owner } from '@heliograph/sync';
import { type SentinelRecord, sentinelOf, sentinelSchema } from './loss.ts';
import { quietCache } from './quiet-cache.ts';

/** A note beside the outbox, in another store of the browser. Best effort, never on the tap path. */
export interface Sentinel {
  read(): Promise<SentinelRecord | null>;
  /** @param photos how many wait to be sent */
  write(meta: OutboxMeta, photos: number): Promise<void>;
}

export function openSentinel({ org, user }: Owner, storage?: CacheStorage): Sentinel {
  const { read, write } = quietCache(`/sentinel/${org}/${user}`, sentinelSchema, storage);
  return { read, write: (meta, photos) => write(sentinelOf(meta, photos)) };
}
