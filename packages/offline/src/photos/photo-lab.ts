import { type PhotoHash, photoHashSchema } from '@heliograph/domain';
import { type DevelopedPhoto, preparePhoto } from './prepare.ts';
import { PhotoRefusal } from './refusal.ts';
import type { PhotoReply, PhotoRequest } from './worker-protocol.ts';

/** A file larger than this is not read into memory at all. */
const MAX_FILE_BYTES = 100_000_000;

/** A photo ready for the outbox: evidence named by the hash of its own bytes. */
export interface PreparedPhoto extends DevelopedPhoto {
  readonly sha: PhotoHash;
  readonly original: PhotoHash;
}

/** What the lab uses of a `Worker`. */
export interface PhotoWorker {
  postMessage(request: PhotoRequest, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: PhotoReply }) => void, options?: { signal: AbortSignal }): void;
  addEventListener(type: 'error', listener: () => void, options?: { signal: AbortSignal }): void;
}

export interface PhotoLab {
  /**
   * Call it in the change handler itself, before any other await: a picked file may become unreadable at any moment (H11).
   * @param longSide the organisation's setting, px
   * @throws PhotoRefusal
   */
  prepare(file: Blob, longSide: number): Promise<PreparedPhoto>;
}

/**
 * One photo at a time: the memory of two is what kills a page.
 * @param worker null where the browser has no canvas in workers; the page does it then
 */
export function openPhotoLab(worker: PhotoWorker | null, prepare: typeof preparePhoto = preparePhoto): PhotoLab {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    prepare: (file, longSide) => {
      // Read now, not when its turn comes. The guard keeps a refusal from being reported as nobody's while it waits.
      const reading = readAtOnce(file);
      reading.catch(() => undefined);
      const job = turn.then(async () => named(await develop({ reading, file, longSide })));
      turn = job.catch(() => undefined);
      return job;
    },
  };

  async function develop({ reading, file, longSide }: { reading: Promise<ArrayBuffer>; file: Blob; longSide: number }): Promise<DevelopedPhoto> {
    const bytes = await reading;
    if (worker === null) return prepare(bytes, { longSide });
    const reply = await askWorker(worker, { bytes, longSide });
    if ('photo' in reply) return reply.photo;
    if ('problem' in reply) throw new PhotoRefusal(reply.problem);
    // The bytes went over to the worker and died with it.
    return prepare(await readAtOnce(file), { longSide });
  }
}

const named = (photo: DevelopedPhoto): PreparedPhoto => ({
  ...photo,
  sha: photoHashSchema.parse(photo.sha),
  original: photoHashSchema.parse(photo.original),
});

async function readAtOnce(file: Blob): Promise<ArrayBuffer> {
  if (file.size > MAX_FILE_BYTES) throw new PhotoRefusal('too_large');
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new PhotoRefusal('unreadable', error);
  }
}

function askWorker(worker: PhotoWorker, request: PhotoRequest): Promise<PhotoReply> {
  const over = new AbortController();
  return new Promise<PhotoReply>((resolve) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { signal: over.signal });
    worker.addEventListener('error', () => resolve({ broken: 'the worker stopped' }), { signal: over.signal });
    worker.postMessage(request, [request.bytes]);
  }).finally(() => over.abort());
}
