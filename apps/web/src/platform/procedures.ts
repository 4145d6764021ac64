import { type ProcedureHash, procedureHash } from '@heliograph/domain';
import { type LocalView, missingProcedures, openCache, webHasher } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync/phone';
import { noteArrival } from './arrivals.ts';
import { cell, type Readable } from './readable.ts';
import { queryMany, RpcError } from './rpc.ts';

/** How far the phone has come with fetching every procedure it may need. */
export type Loading =
  /** `unlisted`: no pull of this phone was whole, so nobody knows what is still to come. */
  | { readonly kind: 'unknown' | 'unlisted' }
  | { readonly kind: 'loading' | 'incomplete'; readonly done: number; readonly total: number }
  /** Everything that the pull of `wholeAt` named is here. */
  | { readonly kind: 'complete'; readonly total: number; readonly wholeAt: number };

/** Versions asked for in one request: enough to pack well, few enough to come through a slow network before patience ends. */
const TOGETHER = 10;

export interface ProcedureLoader {
  readonly loading: Readable<Loading>;
  /** Fetches what is wanted and not here. Runs by itself whenever the phone learns of a version; never throws. */
  load(): Promise<void>;
  close(): void;
}

/**
 * Keeps on the phone every published version that its library lists or its work was planned or started on: fetched once, by hash, and kept.
 * @param begin when it first looks by itself
 */
export function startProcedureLoader(owner: Owner, view: LocalView, begin: Promise<void> = Promise.resolve()): ProcedureLoader {
  const cache = openCache(owner);
  const loading = cell<Loading>({ kind: 'unknown' });
  let running: Promise<void> | null = null;

  /** The disk is asked until nothing is missing: a pull may still be bringing more while versions are fetched. */
  const load = async (): Promise<void> => {
    for (;;) {
      // Read before the list: of a pull that was whole then, the list lacks nothing.
      const wholeAt = (await cache.read((tx) => tx.meta()))?.wholeAt ?? null;
      const missing = await missingProcedures(cache);
      const held = (await cache.procedureHashes()).length;
      const total = held + missing.length;
      if (missing.length === 0) return loading.set(wholeAt === null ? { kind: 'unlisted' } : { kind: 'complete', total, wholeAt });
      for (let done = held; done < total; done += TOGETHER) {
        loading.set({ kind: 'loading', done, total });
        const asked = missing.slice(done - held, done - held + TOGETHER);
        const kept = await fetchVersions(view, asked);
        if (kept < asked.length) return loading.set({ kind: 'incomplete', done: done + kept, total });
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
  let wanted = '';
  /** An answer recorded changes the list of executions, and no version that one of them was started on. */
  const onNames = (): void => {
    const names = namesIn(view);
    if (names === wanted) return;
    wanted = names;
    void loadOnce();
  };
  const onWhole = (): void => {
    const [now, wholeAt] = [loading.get(), view.wholeAt.get() ?? null];
    // A pull that brought no new name leaves nothing to look for; after a failure it is the sign that the server can be reached.
    if (running === null && now.kind === 'complete' && wholeAt !== null) loading.set({ ...now, wholeAt });
    else void loadOnce();
  };
  const ends: (() => void)[] = [];
  let isOver = false;
  const follow = (): void => {
    if (isOver) return;
    ends.push(view.refs('procedure').subscribe(onNames), view.executions.subscribe(onNames), view.wholeAt.subscribe(onWhole));
    void loadOnce();
  };
  void begin.then(follow);
  return {
    loading,
    load: loadOnce,
    close: () => {
      isOver = true;
      for (const end of ends) end();
      cache.close();
    },
  };
}

/** Every version that the library lists or work was planned or started on, by hash. */
function namesIn({ refs, executions }: LocalView): string {
  const ofLibrary =
    refs('procedure')
      .get()
      ?.map(({ hash }) => hash) ?? [];
  const pinned = executions.get()?.flatMap(({ start, plan }) => start?.procedure ?? plan?.procedure ?? []) ?? [];
  return [...new Set([...ofLibrary, ...pinned])].sort().join(' ');
}

/** Fetches versions and keeps those that are what their names say. @returns how many could be kept */
async function fetchVersions(view: LocalView, hashes: readonly ProcedureHash[]): Promise<number> {
  try {
    const answers = await queryMany(
      'procedure.get',
      hashes.map((hash) => ({ hash })),
    );
    let kept = 0;
    for (const [at, hash] of hashes.entries()) if (await keepVersion(view, hash, answers[at]?.content)) kept += 1;
    return kept;
  } catch (error) {
    if (error instanceof RpcError) return 0;
    throw error;
  }
}

async function keepVersion(view: LocalView, hash: ProcedureHash, content: unknown): Promise<boolean> {
  if (content === undefined || (await procedureHash(content, webHasher.sha256)) !== hash) return false;
  await view.keepProcedure({ hash, content });
  noteArrival(hash, Date.now());
  return true;
}
