import type { OutboxMeta, Owner } from '@heliograph/sync';
import { type SentinelRecord, sentinelOf, sentinelSchema } from './loss.ts';

const STORE = 'heliograph-sentinel';

/** A note beside the outbox, in Cache Storage: another store of the browser, which is rarely lost together with IndexedDB. Best effort, never on the tap path. */
export interface Sentinel {
  read(): Promise<SentinelRecord | null>;
  /** @param photos how many wait to be sent */
  write(meta: OutboxMeta, photos: number): Promise<void>;
  /** Once the loss was shown, or the person signed out with nothing unsent. */
  clear(): Promise<void>;
}

export function openSentinel({ org, user }: Owner, storage: CacheStorage | undefined = globalThis.caches): Sentinel {
  const url = `/sentinel/${org}/${user}`;
  const quietly = async <T>(ask: (cache: Cache) => Promise<T>): Promise<T | null> => {
    try {
      return storage === undefined ? null : await ask(await storage.open(STORE));
    } catch {
      // A browser that forbids the second storage still records; only the report of a loss is missing.
      return null;
    }
  };
  return {
    read: () => quietly(async (cache) => parse(await (await cache.match(url))?.text())),
    write: async (meta, photos) => void (await quietly((cache) => cache.put(url, Response.json(sentinelOf(meta, photos))))),
    clear: async () => void (await quietly((cache) => cache.delete(url))),
  };
}

function parse(text: string | undefined): SentinelRecord | null {
  if (text === undefined) return null;
  const found = sentinelSchema.safeParse(JSON.parse(text));
  return found.success ? found.data : null;
}
