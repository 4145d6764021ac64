import { type ProcedureHash, procedureHash } from '@heliograph/domain';
import { type LocalView, missingProcedures, openCache, webHasher } from '@heliograph/offline';
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

  /** The disk is asked until nothing is missing: a pull may still be bringing more while versions are fetched. */
  const load = async (): Promise<void> => {
    for (;;) {
      // Read before the list: of a pull that was whole then, the list lacks nothing.
      const isWhole = (await cache.read((tx) => tx.meta()))?.wholeAt != null;
      const missing = await missingProcedures(cache);
      const held = (await cache.procedureHashes()).length;
      const total = held + missing.length;
      if (missing.length === 0) return loading.set(isWhole ? { kind: 'complete', total } : { kind: 'incomplete', done: 0, total: 0 });
      for (const [at, hash] of missing.entries()) {
        loading.set({ kind: 'loading', done: held + at, total });
        if (!(await fetchVersion(view, hash))) return loading.set({ kind: 'incomplete', done: held + at, total });
      }
    }
  };
  let isAsked = false;
  const answer = async (): Promise<void> => {
    try {
      while (isAsked) {
        isAsked = false;
        await load();
      }
    } catch {
      loading.set({ kind: 'incomplete', done: 0, total: 0 });
    } finally {
      running = null;
    }
  };
  const loadOnce = (): Promise<void> => {
    isAsked = true;
    running ??= answer();
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
