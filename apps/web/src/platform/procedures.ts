import { type ProcedureHash, procedureHash } from '@heliograph/domain';
import { type LocalView, openCache, webHasher } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync/phone';
import { cell, type Readable } from './readable.ts';
import { query, RpcError } from './rpc.ts';

/** How far the phone has come with fetching every procedure it may need. */
export type Loading =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'loading' | 'incomplete'; readonly done: number; readonly total: number }
  | { readonly kind: 'complete'; readonly total: number };

export interface ProcedureLoader {
  readonly loading: Readable<Loading>;
  /** Fetches what is wanted and not here. Runs by itself whenever the phone learns of a version; never throws. */
  load(): Promise<void>;
  close(): void;
}

/** Keeps on the phone every published version that its library lists or its work was started on: fetched once, by hash, and kept. */
export function startProcedureLoader(owner: Owner, view: LocalView): ProcedureLoader {
  const cache = openCache(owner);
  const loading = cell<Loading>({ kind: 'unknown' });
  let running: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    const wanted = wantedBy(view);
    if (wanted === null) return;
    const held = new Set(await cache.procedureHashes());
    const missing = wanted.filter((hash) => !held.has(hash));
    const total = wanted.length;
    for (const [at, hash] of missing.entries()) {
      const done = total - missing.length + at;
      loading.set({ kind: 'loading', done, total });
      if (!(await fetchVersion(view, hash))) return loading.set({ kind: 'incomplete', done, total });
    }
    loading.set({ kind: 'complete', total });
  };
  const loadOnce = (): Promise<void> => {
    running ??= load()
      .catch(() => loading.set({ kind: 'incomplete', done: 0, total: 0 }))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const ends = [view.refs('procedure'), view.executions, view.wholeAt].map((readable) => readable.subscribe(() => void loadOnce()));
  return {
    loading,
    load: loadOnce,
    close: () => {
      for (const end of ends) end();
      cache.close();
    },
  };
}

/** What the library lists, and what open work was started on; null until both have been read. */
function wantedBy(view: LocalView): ProcedureHash[] | null {
  const [listed, executions] = [view.refs('procedure').get(), view.executions.get()];
  if (listed === undefined || executions === undefined) return null;
  const pinned = executions.flatMap(({ start }) => (start === null ? [] : [start.procedure]));
  return [...new Set([...listed.map(({ hash }) => hash), ...pinned])];
}

/** Fetches one version and keeps it if it is what its name says; false when it could not be had. */
async function fetchVersion(view: LocalView, hash: ProcedureHash): Promise<boolean> {
  try {
    const { content } = await query('procedure.get', { hash });
    if ((await procedureHash(content, webHasher.sha256)) !== hash) return false;
    await view.keepProcedure({ hash, content });
    return true;
  } catch (error) {
    if (error instanceof RpcError) return false;
    throw error;
  }
}
