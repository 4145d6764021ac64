import type { PhotoHash } from '@heliograph/domain';
import type { OutboxStore } from '@heliograph/sync';

/** A photo taken on this phone, for the screen; null once its bytes were freed, or where it never was here. */
export async function readPhoto(outbox: OutboxStore, sha: PhotoHash): Promise<Blob | null> {
  const found = await outbox.read(async (tx) => {
    const record = await tx.photo(sha);
    const slices = await Promise.all(Array.from({ length: record?.slices ?? 0 }, (_, n) => tx.slice(sha, n)));
    return { record, slices: slices.filter((slice) => slice !== undefined) };
  });
  if (found.record === undefined || found.slices.length !== found.record.slices) return null;
  return new Blob(found.slices, { type: found.record.mime });
}
