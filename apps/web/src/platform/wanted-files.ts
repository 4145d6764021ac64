import { filesOf, isKnownStep, tipsOfProcedure } from '@heliograph/domain';
import type { Files, LocalView } from '@heliograph/offline';
import { attachmentPath, photoPath } from './file-paths.ts';
import { heldFrom } from './held-procedure.ts';

/** Null while the disk has not said what there is. */
export function wantedPaths(view: LocalView, favourites: readonly string[]): readonly string[] | null {
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
    own.flatMap(({ sha }) => [photoPath(sha, 'thumbnail'), ...(near.has(id) ? [photoPath(sha)] : [])]),
  );
  return [...new Set([...documents.map(({ hash }) => attachmentPath(hash)), ...photos])];
}

/** Fetches one file and keeps it; false when the network does not give it. What the server does not have is passed over. */
export async function fetchInto(files: Files, path: string): Promise<boolean> {
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
