import type { Envelope, PhotoHash } from '@heliograph/domain';
import type { OutboxMeta, OutboxStore } from '@heliograph/sync';
import { readPhoto } from '../photos/read-photo.ts';
import { observeOutbox } from '../view/changes.ts';
import type { Piece, Spare, SpareList } from './spare.ts';

/** What is sent within this time needs no second copy, ms. */
const PAUSE_MS = 2000;
/** So many pieces become one. */
const MOST_PIECES = 40;

interface Mirroring {
  readonly spare: Spare;
  /** Whether the phone has room to keep photos twice. Records are small: they always are. */
  hasRoom(): Promise<boolean>;
}

export interface Mirrored {
  /** The same outbox: a while after each change the spare holds what is not acknowledged, and no more. */
  readonly outbox: OutboxStore;
  /** Brings the spare in line now. Best effort: a copy that fails is made the next time. */
  follow(): Promise<void>;
}

export function withSpare(outbox: OutboxStore, mirroring: Mirroring): Mirrored {
  let isDue = false;
  let turn: Promise<void> = Promise.resolve();
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
  return { outbox: observed, follow };
}

/** Brings the spare in line with the outbox. What is new is written before what is over is dropped. */
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
  const { meta, kept, fresh } = state;
  await putFresh(spare, meta, fresh);
  for (const piece of list.pieces) if (!kept.includes(piece)) await spare.dropRecords(piece);
  const waiting = state.photos.filter((photo) => photo.state === 'waiting').map(({ sha }) => sha);
  await mirrorPhotos(outbox, { spare, held: list.photos, wanted: waiting.length > 0 && (await hasRoom()) ? waiting : [] });
}

async function putFresh(spare: Spare, { dev }: OutboxMeta, fresh: readonly Envelope[]): Promise<void> {
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (first !== undefined && last !== undefined) await spare.putRecords({ dev, from: first.i, to: last.i }, fresh);
}

/** The pieces that stay, and up to where they hold everything that is not acknowledged. When they are too many, none stays: one takes their place. */
function pieceToGoOnFrom({ pieces }: SpareList, { dev, acked }: OutboxMeta): { readonly kept: readonly Piece[]; readonly to: number } {
  const mine = pieces.filter((piece) => piece.dev === dev && piece.to > acked.i).toSorted((a, b) => a.from - b.from);
  const kept = mine.length > MOST_PIECES ? [] : mine;
  return { kept, to: kept.reduce((to, piece) => (piece.from <= to + 1 ? Math.max(to, piece.to) : to), acked.i) };
}

interface Photos {
  readonly spare: Spare;
  readonly held: readonly PhotoHash[];
  readonly wanted: readonly PhotoHash[];
}

/** One after the other: a day of photos never lies in memory as a whole. */
async function mirrorPhotos(outbox: OutboxStore, { spare, held, wanted }: Photos): Promise<void> {
  for (const sha of held) if (!wanted.includes(sha)) await spare.dropPhoto(sha);
  for (const sha of wanted) {
    const bytes = held.includes(sha) ? null : await readPhoto(outbox, sha);
    if (bytes !== null) await spare.putPhoto(sha, bytes);
  }
}
