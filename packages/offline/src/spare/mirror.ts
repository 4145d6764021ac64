import type { Envelope, PhotoHash } from '@heliograph/domain';
import type { OutboxMeta, OutboxStore, PhotoRecord } from '@heliograph/sync';
import { readPhoto } from '../photos/read-photo.ts';
import { StorageError } from '../storage/storage-error.ts';
import { observeOutbox } from '../view/changes.ts';
import type { Piece, Spare, SpareList } from './spare.ts';

/** What is sent within this time needs no second copy, ms. */
const PAUSE_MS = 2000;
/** So many pieces become one. */
const MOST_PIECES = 40;

interface Mirroring {
  readonly spare: Spare;
  /** Whether the phone would still have room after so many bytes more. Records are small: they are copied all the same. */
  hasRoom(more: number): Promise<boolean>;
}

export interface Mirrored {
  /** The same outbox: a while after each change the spare holds what is not acknowledged, and no more. On a full phone second copies of photos give way. */
  readonly outbox: OutboxStore;
  /** Brings the spare in line now. Best effort: a copy that fails is made the next time. */
  follow(): Promise<void>;
}

export function withSpare(outbox: OutboxStore, { spare, hasRoom }: Mirroring): Mirrored {
  let [isDue, isFull] = [false, false];
  let turn: Promise<void> = Promise.resolve();
  const mirroring = { spare, hasRoom: async (more: number) => !isFull && (await hasRoom(more)) };
  const follow = (): Promise<void> => {
    turn = turn.then(() => mirror(outbox, mirroring)).catch(() => undefined);
    return turn;
  };
  const observed = observeOutbox(outbox, () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      void follow();
    }, PAUSE_MS);
  });
  const write: OutboxStore['write'] = async (work) => {
    try {
      return await observed.write(work);
    } catch (error) {
      if (isFull || !(error instanceof StorageError) || error.problem !== 'quota') throw error;
      // From here on photos lie on this phone once.
      isFull = true;
      await follow();
      return observed.write(work);
    }
  };
  return { outbox: { read: outbox.read, write }, follow };
}

/** Brings the spare in line with the outbox: makes room first, and drops what is over only once what is new is there. */
async function mirror(outbox: OutboxStore, { spare, hasRoom }: Mirroring): Promise<void> {
  const list = await spare.list();
  const state = await outbox.read(async (tx) => {
    const meta = await tx.meta();
    if (meta === undefined) return null;
    const goingOn = pieceToGoOnFrom(list, meta);
    const fresh = await tx.opsFrom(goingOn.to + 1, Number.MAX_SAFE_INTEGER);
    return { meta, kept: goingOn.kept, fresh, photos: await tx.photos() };
  });
  if (state === null) return;
  const waiting = state.photos.filter((photo) => photo.state === 'waiting');
  const held = await dropPhotos(spare, list.photos, new Set((await hasRoom(0)) ? waiting.map(({ sha }) => sha) : []));
  const kept = [...state.kept, ...(await putFresh(spare, state.meta, state.fresh))];
  for (const piece of list.pieces) if (!kept.some((one) => isSame(one, piece))) await spare.dropRecords(piece);
  await putPhotos(outbox, { spare, hasRoom, missing: waiting.filter(({ sha }) => !held.has(sha)) });
}

const isSame = (a: Piece, b: Piece): boolean => a.dev === b.dev && a.from === b.from && a.to === b.to;

/** The piece that was made of it, where there was something. */
async function putFresh(spare: Spare, { dev }: OutboxMeta, fresh: readonly Envelope[]): Promise<readonly Piece[]> {
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (first === undefined || last === undefined) return [];
  const piece = { dev, from: first.i, to: last.i };
  await spare.putRecords(piece, fresh);
  return [piece];
}

/** The pieces that stay, and up to where they hold everything that is not acknowledged. When they are too many, none stays: one takes their place. */
function pieceToGoOnFrom({ pieces }: SpareList, { dev, acked }: OutboxMeta): { readonly kept: readonly Piece[]; readonly to: number } {
  const mine = pieces.filter((piece) => piece.dev === dev && piece.to > acked.i).toSorted((a, b) => a.from - b.from);
  const kept = mine.length > MOST_PIECES ? [] : mine;
  return { kept, to: kept.reduce((to, piece) => (piece.from <= to + 1 ? Math.max(to, piece.to) : to), acked.i) };
}

/** Gives those that stay. */
async function dropPhotos(spare: Spare, held: readonly PhotoHash[], wanted: ReadonlySet<PhotoHash>): Promise<ReadonlySet<PhotoHash>> {
  for (const sha of held) if (!wanted.has(sha)) await spare.dropPhoto(sha);
  return new Set(held.filter((sha) => wanted.has(sha)));
}

interface Photos {
  readonly spare: Spare;
  hasRoom(more: number): Promise<boolean>;
  readonly missing: readonly PhotoRecord[];
}

/** One after the other, as long as there is room: a day of photos never lies in memory as a whole. */
async function putPhotos(outbox: OutboxStore, { spare, hasRoom, missing }: Photos): Promise<void> {
  for (const { sha, size } of missing) {
    if (!(await hasRoom(size))) return;
    const bytes = await readPhoto(outbox, sha);
    if (bytes !== null) await spare.putPhoto(sha, bytes);
  }
}
