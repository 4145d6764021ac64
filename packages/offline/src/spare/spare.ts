import { type DeviceId, deviceIdSchema, type Envelope, envelopeSchema, type PhotoHash, photoHashSchema } from '@heliograph/domain';
import type { Owner } from '@heliograph/sync';
import * as z from 'zod/mini';

const STORE = 'heliograph-spare';

/** Records of one outbox from one counter to another, kept as one piece that never changes. */
export interface Piece {
  readonly dev: DeviceId;
  readonly from: number;
  readonly to: number;
}

/** What a spare holds, by name. */
export interface SpareList {
  readonly pieces: readonly Piece[];
  readonly photos: readonly PhotoHash[];
}

/**
 * A second copy of what one person recorded and nobody has acknowledged, in another store of the browser than IndexedDB: a browser that finds its
 * databases damaged deletes all of them at once (H3, H7). One list for each person on the phone.
 */
export interface Spare {
  /** Empty where the browser forbids the store. */
  list(): Promise<SpareList>;
  /** Null where the piece is gone or damaged. */
  records(piece: Piece): Promise<readonly Envelope[] | null>;
  photo(sha: PhotoHash): Promise<Blob | null>;
  /** @throws where there is no room, or no such store */
  putRecords(piece: Piece, operations: readonly Envelope[]): Promise<void>;
  /** @throws where there is no room, or no such store */
  putPhoto(sha: PhotoHash, bytes: Blob): Promise<void>;
  dropRecords(piece: Piece): Promise<void>;
  dropPhoto(sha: PhotoHash): Promise<void>;
}

const recordsSchema = z.array(envelopeSchema);

export function openSpare({ org, user }: Owner, storage: CacheStorage | undefined = globalThis.caches): Spare {
  const root = `/spare/${org}/${user}`;
  const pathOf = ({ dev, from, to }: Piece): string => `${root}/records/${dev}/${from}-${to}`;
  const pathOfPhoto = (sha: PhotoHash): string => `${root}/photos/${sha}`;
  const open = (): Promise<Cache> => storage?.open(STORE) ?? Promise.reject(new Error('no cache storage'));
  const found = async <T>(path: string, read: (response: Response) => Promise<T | null>): Promise<T | null> => {
    try {
      const response = await (await open()).match(path);
      return response === undefined ? null : await read(response);
    } catch {
      return null;
    }
  };
  return {
    list: async () => {
      try {
        const paths = (await (await open()).keys()).map(({ url }) => new URL(url).pathname);
        return { pieces: paths.flatMap((path) => pieceAt(path, root)), photos: paths.flatMap((path) => photoAt(path, root)) };
      } catch {
        return { pieces: [], photos: [] };
      }
    },
    records: (piece) => found(pathOf(piece), async (response) => recordsSchema.safeParse(await response.json()).data ?? null),
    photo: (sha) => found(pathOfPhoto(sha), (response) => response.blob()),
    putRecords: async (piece, operations) => (await open()).put(pathOf(piece), Response.json(operations)),
    putPhoto: async (sha, bytes) => (await open()).put(pathOfPhoto(sha), new Response(bytes, { headers: { 'content-type': bytes.type } })),
    dropRecords: async (piece) => void (await (await open()).delete(pathOf(piece))),
    dropPhoto: async (sha) => void (await (await open()).delete(pathOfPhoto(sha))),
  };
}

/** Empties it. @throws where there is no such store */
export async function clearSpare(spare: Spare): Promise<void> {
  const { pieces, photos } = await spare.list();
  for (const piece of pieces) await spare.dropRecords(piece);
  for (const sha of photos) await spare.dropPhoto(sha);
}

function pieceAt(path: string, root: string): Piece[] {
  const [, dev, from, to] = path.startsWith(`${root}/records/`) ? (/\/records\/([^/]+)\/(\d+)-(\d+)$/.exec(path) ?? []) : [];
  const device = deviceIdSchema.safeParse(dev);
  return device.success ? [{ dev: device.data, from: Number(from), to: Number(to) }] : [];
}

function photoAt(path: string, root: string): PhotoHash[] {
  const name = path.startsWith(`${root}/photos/`) ? photoHashSchema.safeParse(path.slice(`${root}/photos/`.length)) : null;
  return name?.success === true ? [name.data] : [];
}
