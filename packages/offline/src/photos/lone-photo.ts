import type { PhotoHash } from '@heliograph/domain';
import type { Entry, OutboxStore } from '@heliograph/sync';

/** A photo with its bytes, as it is kept. */
export type PhotoBytes = NonNullable<Entry['photo']>;

/**
 * Keeps a photo that no operation names. It lies aside, where the sender does not look, until the server has been told its name: asked for it
 * before, the server would say that nobody knows it. One that is here already stays as it is.
 */
export const keepLonePhoto = (outbox: OutboxStore, { record, slices }: PhotoBytes): Promise<void> =>
  outbox.write(async (tx) => {
    if ((await tx.photo(record.sha)) !== undefined) return;
    for (const [n, bytes] of slices.entries()) await tx.putSlice(record.sha, n, bytes);
    await tx.putPhoto({ ...record, state: 'aside' });
  });

/** The server knows its name: from here on it goes the way of all photos. */
export const sendLonePhoto = (outbox: OutboxStore, sha: PhotoHash): Promise<void> =>
  outbox.write(async (tx) => {
    const photo = await tx.photo(sha);
    if (photo?.state === 'aside') await tx.putPhoto({ ...photo, state: 'waiting' });
  });
