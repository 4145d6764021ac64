import { filesOf, isKnownStep, tipsOfProcedure } from '@heliograph/domain';
import { type Files, type LocalView, openFiles } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync/phone';
import { heldFrom } from './held-procedure.ts';
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

export const attachmentPath = (hash: string): string => `/api/attachments/${hash}`;
export const tipPhotoPath = (sha: string, isSmall: boolean): string => `/api/photos/${sha}${isSmall ? '?as=thumbnail' : ''}`;

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

/** Null while the disk has not said what there is. */
function wantedPaths(view: LocalView, favourites: readonly string[]): readonly string[] | null {
  const [refs, tips] = [view.refs('procedure').get(), view.tips.get()];
  if (refs === undefined || tips === undefined) return null;
  const atHand = refs.filter(({ slug }) => favourites.includes(slug));
  const versions = atHand.map(({ hash }) => heldFrom(view.procedure(hash).get()));
  // What is not read yet may want what is kept.
  if (versions.includes(undefined)) return null;
  const contents = versions.flatMap((held) => (held?.kind === 'here' ? [held.content] : []));
  const documents = contents.flatMap(({ steps, ...content }) => filesOf({ ...content, steps: steps.filter(isKnownStep) }));
  const near = new Set(atHand.flatMap(({ slug }) => tipsOfProcedure(tips, slug)).map(({ id }) => id));
  const photos = tips.flatMap(({ id, photos: own = [] }) =>
    own.flatMap(({ sha }) => [tipPhotoPath(sha, true), ...(near.has(id) ? [tipPhotoPath(sha, false)] : [])]),
  );
  return [...new Set([...documents.map(({ hash }) => attachmentPath(hash)), ...photos])];
}

/** Fetches one file and keeps it; false when the network does not give it. What the server does not have is passed over. */
async function fetchInto(files: Files, path: string): Promise<boolean> {
  try {
    const answer = await fetch(path, { signal: AbortSignal.timeout(60_000) });
    const mime = answer.headers.get('content-type') ?? '';
    // A portal's page is no picture.
    if (answer.ok && (mime.startsWith('image/') || mime === 'application/pdf')) await files.put(path, { mime, bytes: await answer.arrayBuffer() });
    return true;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name !== 'QuotaExceededError')) return false;
    throw error;
  }
}
