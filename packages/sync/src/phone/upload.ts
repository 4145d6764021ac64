import type { PhotoHash } from '@heliograph/domain';
import { START } from '../messages/exchange.ts';
import type { Hasher, OutboxStore, OutboxTx, PhotoRecord, PhotoTransport, UploadResult } from './ports.ts';

/** What one photo came to. `damaged`: the stored bytes no longer hash to their name; the person is asked to take it again. */
export type Upload = { readonly kind: 'stored' | 'damaged' | 'aside' } | Extract<UploadResult, { kind: 'signed_out' | 'unknown' }>;

interface Uploader {
  readonly outbox: OutboxStore;
  readonly transport: PhotoTransport;
  readonly hasher: Hasher;
  /** Bytes sent at once, asked before each slice: less on a slow link, so that a cut wastes less. */
  sliceBytes?(): number;
  /** How many photos are on their way together: while the server looks at one, the link carries the next. */
  readonly atOnce?: number;
  /** Device or, better, server clock: how long the bytes stay is counted from here. */
  now(): number;
  /** Told after every slice. */
  onProgress?(sha: PhotoHash, sent: number): void;
}

/**
 * Sends waiting photos, smallest first, each resumed where the server says it stopped. Called when no operation waits any more.
 * One photo that cannot go never stops the others; the network's troubles stop all and are the answer.
 */
export async function uploadPhotos(uploader: Uploader): Promise<Upload> {
  const waiting = (await uploader.outbox.read(announced)).toSorted((a, b) => a.size - b.size);
  let trouble: Upload | null = null;
  const lane = async (): Promise<void> => {
    while (trouble === null) {
      const photo = waiting.shift();
      if (photo === undefined) return;
      const upload = await uploadOne(uploader, photo);
      if (upload.kind === 'signed_out' || upload.kind === 'unknown') trouble = upload;
    }
  };
  // Nothing goes on behind the caller's back: where the disk failed under one, the others end first.
  const ends = await Promise.allSettled(Array.from({ length: uploader.atOnce ?? 1 }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return trouble ?? { kind: 'stored' };
}

/**
 * Waiting photos whose operations have arrived. Another tab may have recorded one since the last exchange: asked for it too early, the server
 * says that nobody names it, and the photo would be put aside.
 */
async function announced(tx: OutboxTx): Promise<PhotoRecord[]> {
  const { i } = (await tx.meta())?.acked ?? START;
  const unsent = new Set((await tx.opsFrom(i + 1, Number.MAX_SAFE_INTEGER)).map(({ p }) => p['sha']));
  return (await tx.photos()).filter(({ sha, state }) => state === 'waiting' && !unsent.has(sha));
}

async function uploadOne(uploader: Uploader, photo: PhotoRecord): Promise<Upload> {
  const bytes = await assemble(uploader, photo);
  if (bytes === null) return mark(uploader, photo, 'damaged');
  const at = await uploader.transport.offset(photo.sha);
  return follow(uploader, photo, { bytes, result: at });
}

/** Sends slice after slice from wherever the server stands, until it says that the whole is stored. */
async function follow(uploader: Uploader, photo: PhotoRecord, start: { bytes: Uint8Array; result: UploadResult }): Promise<Upload> {
  let { result } = start;
  // A server that keeps answering an offset without ever storing is no reason to loop for ever.
  for (let turns = photo.slices * 2 + 4; turns > 0; turns--) {
    if (result.kind === 'refused') return mark(uploader, photo, 'damaged');
    if (result.kind === 'not_named') return mark(uploader, photo, 'aside');
    if (result.kind !== 'at') return result;
    if (result.stored) return mark(uploader, photo, 'stored');
    await progress(uploader, photo, result.at);
    const slice = start.bytes.slice(result.at, result.at + (uploader.sliceBytes?.() ?? SLICE_BYTES));
    result = await uploader.transport.send(photo.sha, { at: result.at, total: photo.size, bytes: slice.buffer });
  }
  return { kind: 'unknown', retryAfterMs: null };
}

const SLICE_BYTES = 262_144;

/** The whole photo, hashed again before it is sent: a flipped bit must not become evidence (H10). Null where it no longer is what it was. */
async function assemble({ outbox, hasher }: Uploader, photo: PhotoRecord): Promise<Uint8Array | null> {
  const slices = await outbox.read((tx) => Promise.all(Array.from({ length: photo.slices }, (_, n) => tx.slice(photo.sha, n))));
  const bytes = new Uint8Array(photo.size);
  let at = 0;
  for (const slice of slices) {
    if (slice === undefined || at + slice.byteLength > photo.size) return null;
    bytes.set(new Uint8Array(slice), at);
    at += slice.byteLength;
  }
  return at === photo.size && (await hasher.sha256(bytes)) === photo.sha ? bytes : null;
}

async function mark({ outbox, now }: Uploader, { sha }: PhotoRecord, state: 'stored' | 'damaged' | 'aside'): Promise<Upload> {
  await outbox.write(async (tx) => {
    const photo = await tx.photo(sha);
    if (photo === undefined) return;
    await tx.putPhoto(state === 'stored' ? { ...photo, state, sent: photo.size, at: now() } : { ...photo, state });
  });
  return { kind: state };
}

async function progress({ outbox, onProgress }: Uploader, { sha }: PhotoRecord, sent: number): Promise<void> {
  await outbox.write(async (tx) => {
    const photo = await tx.photo(sha);
    if (photo !== undefined && photo.sent !== sent) await tx.putPhoto({ ...photo, sent });
  });
  onProgress?.(sha, sent);
}
