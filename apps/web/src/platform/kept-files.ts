import { type Files, type LocalView, openFiles } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync/phone';
import { cell, type Readable } from './readable.ts';

/** Pictures and documents on this phone, in bytes by path. `missing`: wanted and not here yet. */
export interface KeptFiles {
  readonly sizes: ReadonlyMap<string, number>;
  readonly missing: number;
}

export interface FileKeeper {
  /** Undefined until the disk has answered. */
  readonly kept: Readable<KeptFiles | undefined>;
  readonly files: Files;
  close(): void;
}

interface Keeping {
  readonly owner: Owner;
  readonly view: LocalView;
  readonly favourites: Readable<readonly string[]>;
  /** When it first looks by itself. */
  readonly begin: Promise<void>;
}

/**
 * Keeps on the phone what goes with the procedures at hand: their pictures and documents, the photos of their tips; and of every tip the small pictures.
 * What is at hand no more frees its room.
 */
export function startFileKeeper({ owner, view, favourites, begin }: Keeping): FileKeeper {
  const files = openFiles(owner);
  const kept = cell<KeptFiles | undefined>(undefined);
  const ends: (() => void)[] = [];
  let [isOver, isAsked, isRunning] = [false, false, false];

  const followed = new Set<string>();
  /** A version that is not read from the disk yet says so when it is. */
  const followVersions = (): void => {
    const atHand = (view.refs('procedure').get() ?? []).filter(({ slug }) => favourites.get().includes(slug));
    for (const { hash } of atHand) {
      if (!followed.has(hash)) ends.push(view.procedure(hash).subscribe(look));
      followed.add(hash);
    }
  };
  const bring = async (): Promise<void> => {
    // Nobody waits for it at the start.
    const { fetchInto, wantedPaths } = await import('./wanted-files.ts');
    followVersions();
    const wanted = wantedPaths(view, favourites.get());
    if (wanted === null) return;
    const held = await files.sizes();
    const gone = [...held.keys()].filter((path) => !wanted.includes(path));
    if (gone.length > 0) await files.drop(gone);
    const missing = wanted.filter((path) => !held.has(path));
    const tell = async (left: number) => kept.set({ sizes: await files.sizes(), missing: left });
    await tell(missing.length);
    for (const [at, path] of missing.entries()) {
      // Cut off: the next sign of a network asks again.
      if (isOver || isAsked || !(await fetchInto(files, path))) return;
      await tell(missing.length - at - 1);
    }
  };
  const run = async (): Promise<void> => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAsked && !isOver) {
        isAsked = false;
        await bring();
      }
    } catch {
      // The disk is full or gone, which the health of the phone tells; nothing of this cannot be fetched again.
    } finally {
      isRunning = false;
    }
  };
  const look = (): void => void run();
  void begin.then(() => {
    if (isOver) return;
    for (const one of [favourites, view.refs('procedure'), view.tips, view.wholeAt] as const) ends.push(one.subscribe(look));
    look();
  });
  return {
    ...{ kept, files },
    close: () => {
      isOver = true;
      for (const end of ends) end();
      files.close();
    },
  };
}
