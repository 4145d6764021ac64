import type * as z from 'zod/mini';

const STORE = 'heliograph-sentinel';

/** One note in Cache Storage: another store of the browser, which is rarely lost together with IndexedDB. */
export interface QuietCache<T> {
  /** Null where there is none, or none that can be read. */
  read(): Promise<T | null>;
  write(value: T): Promise<void>;
}

/** Best effort: a browser that forbids the second storage still records; only the note is missing. */
export function quietCache<S extends z.ZodMiniType>(
  url: string,
  schema: S,
  storage: CacheStorage | undefined = globalThis.caches,
): QuietCache<z.infer<S>> {
  const quietly = async <T>(ask: (cache: Cache) => Promise<T>): Promise<T | null> => {
    try {
      return storage === undefined ? null : await ask(await storage.open(STORE));
    } catch {
      return null;
    }
  };
  return {
    read: () =>
      quietly(async (cache) => {
        const text = await (await cache.match(url))?.text();
        return text === undefined ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
      }),
    write: async (value) => void (await quietly((cache) => cache.put(url, Response.json(value)))),
  };
}
