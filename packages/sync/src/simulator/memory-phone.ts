import type { Envelope, ExecutionId } from '@heliograph/domain';
import type { LogRow, RefRow } from '../messages/exchange.ts';
import type { AsideRecord, CacheMeta, CacheStore, CacheTx, DraftRecord, OutboxMeta, OutboxStore, OutboxTx, PhotoRecord } from '../phone/index.ts';
import type { World } from './world.ts';

/** What lies on one phone's disk for one person. Plain data, so that a backup or a clone is a copy. */
export interface OutboxDisk {
  meta: OutboxMeta | undefined;
  ops: Map<number, Envelope>;
  past: Map<string, { order: number; operation: Envelope }>;
  asides: Map<string, AsideRecord>;
  photos: Map<string, PhotoRecord>;
  slices: Map<string, ArrayBuffer>;
  drafts: Map<string, DraftRecord>;
}

export interface CacheDisk {
  meta: CacheMeta | undefined;
  log: Map<string, { generation: number; row: LogRow }>;
  refs: Map<string, { generation: number; row: RefRow }>;
}

export const emptyOutboxDisk = (): OutboxDisk => ({
  meta: undefined,
  ops: new Map(),
  past: new Map(),
  asides: new Map(),
  photos: new Map(),
  slices: new Map(),
  drafts: new Map(),
});
export const emptyCacheDisk = (): CacheDisk => ({ meta: undefined, log: new Map(), refs: new Map() });

/** Rows are never changed in place, so a shallow copy of the maps is a full copy. */
export function copyDisk<D extends OutboxDisk | CacheDisk>(disk: D): D {
  const entries = Object.entries(disk).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value]);
  // Every property of the copy was just made from the same property of the disk.
  return Object.fromEntries(entries) as D;
}

/** A disk that can be replaced whole at a commit: that is what makes a transaction one. */
export interface Drive<D> {
  disk: D;
  /** Resolves when it is the caller's turn; transactions of one database run one after another. */
  turn: Promise<void>;
}

export interface Machine {
  readonly world: World;
  /** False once the app that made the call was killed. */
  readonly isAlive: () => boolean;
  /** Whether this write transaction fails instead of committing (quota, handle lost). */
  readonly breaks: () => boolean;
}

export class SimulatedAbort extends Error {
  override readonly name = 'SimulatedAbort';
}

async function transact<D extends OutboxDisk | CacheDisk, Tx, T>(
  drive: Drive<D>,
  machine: Machine,
  { open, work, isWrite }: { open: (disk: D) => Tx; work: (tx: Tx) => Promise<T>; isWrite: boolean },
): Promise<T> {
  const { world, isAlive } = machine;
  const before = drive.turn;
  let finish: () => void = () => undefined;
  drive.turn = new Promise((resolve) => {
    finish = resolve;
  });
  let isUnderWay = true;
  // A killed app frees its place in the queue as the browser does; a slow or a frozen one keeps it.
  const free = (): void => (isAlive() && isUnderWay ? world.after(400, free) : finish());
  world.after(400, free);
  await before;
  await world.delay(world.below(3), isAlive);
  const copy = copyDisk(drive.disk);
  const result = await work(open(copy)).catch((error: unknown) => {
    isUnderWay = false;
    throw error;
  });
  // The kill point before the commit: the app may die here and the transaction be lost, never half of it.
  await world.delay(world.below(4), isAlive);
  const isBroken = isWrite && machine.breaks();
  if (isWrite && !isBroken) drive.disk = copy;
  isUnderWay = false;
  finish();
  // The kill point between commit and tick: stored, but nobody was told.
  await world.delay(world.below(3), isAlive);
  if (isBroken) throw new SimulatedAbort('the transaction was aborted');
  return result;
}

export function memoryOutbox(drive: Drive<OutboxDisk>, machine: Machine): OutboxStore {
  return {
    read: (work) => transact(drive, machine, { open: outboxTx, work, isWrite: false }),
    write: (work) => transact(drive, machine, { open: outboxTx, work, isWrite: true }),
  };
}

export function memoryCache(drive: Drive<CacheDisk>, machine: Machine): CacheStore {
  return {
    read: (work) => transact(drive, machine, { open: cacheTx, work, isWrite: false }),
    write: (work) => transact(drive, machine, { open: cacheTx, work, isWrite: true }),
  };
}

const sliceKey = (sha: string, n: number) => `${sha} ${n}`;
const draftKey = (x: string, s: string) => `${x} ${s}`;

function outboxTx(disk: OutboxDisk): OutboxTx {
  const done = async (act: () => unknown): Promise<void> => void act();
  return {
    meta: async () => disk.meta,
    putMeta: (meta) => done(() => (disk.meta = meta)),
    op: async (i) => disk.ops.get(i),
    opsFrom: async (from, limit) =>
      [...disk.ops.values()]
        .filter(({ i }) => i >= from)
        .sort((a, b) => a.i - b.i)
        .slice(0, limit),
    putOp: (operation) => done(() => disk.ops.set(operation.i, operation)),
    deleteOp: (i) => done(() => disk.ops.delete(i)),
    past: async () => [...disk.past.values()].sort((a, b) => a.order - b.order).map(({ operation }) => operation),
    putPast: (operation, order) => done(() => disk.past.set(operation.id, { order, operation })),
    clearPast: () => done(() => disk.past.clear()),
    deletePast: (id) => done(() => disk.past.delete(id)),
    asides: async () => [...disk.asides.values()],
    putAside: (record) => done(() => disk.asides.set(record.operation.id, record)),
    deleteAside: (id) => done(() => disk.asides.delete(id)),
    photos: async () => [...disk.photos.values()],
    photo: async (sha) => disk.photos.get(sha),
    putPhoto: (photo) => done(() => disk.photos.set(photo.sha, photo)),
    slice: async (sha, n) => disk.slices.get(sliceKey(sha, n)),
    putSlice: (sha, n, bytes) => done(() => disk.slices.set(sliceKey(sha, n), bytes)),
    deleteSlices: (sha) => done(() => [...disk.slices.keys()].filter((key) => key.startsWith(`${sha} `)).forEach((key) => disk.slices.delete(key))),
    draft: async (x, s) => disk.drafts.get(draftKey(x, s)),
    drafts: async () => [...disk.drafts.values()],
    putDraft: (draft) => done(() => disk.drafts.set(draftKey(draft.x, draft.s), draft)),
    deleteDraft: (x, s) => done(() => disk.drafts.delete(draftKey(x, s))),
  };
}

function cacheTx(disk: CacheDisk): CacheTx {
  const rowsOf = (generation: number) => [...disk.log.values()].filter((kept) => kept.generation === generation).map(({ row }) => row);
  const remove = <V extends { generation: number }>(map: Map<string, V>, isGone: (value: V) => boolean) => {
    for (const [key, value] of map) if (isGone(value)) map.delete(key);
  };
  return {
    meta: async () => disk.meta,
    putMeta: async (meta) => {
      disk.meta = meta;
    },
    log: async (generation, x) =>
      rowsOf(generation)
        .filter((row) => row.x === (x as string))
        .sort((a, b) => a.q - b.q),
    executions: async (generation) => [...new Set(rowsOf(generation).map(({ x }) => x as string as ExecutionId))],
    putLog: async (generation, rows) => rows.forEach((row) => disk.log.set(`${generation} ${row.x} ${row.q}`, { generation, row })),
    deleteLog: async (generation, x) => remove(disk.log, (kept) => kept.generation === generation && kept.row.x === (x as string)),
    refs: async (generation, kind) =>
      [...disk.refs.values()].filter((kept) => kept.generation === generation && kept.row.kind === kind).map(({ row }) => row),
    putRef: async (generation, row) => {
      const key = `${generation} ${row.kind} ${row.id}`;
      if (row.body === null) disk.refs.delete(key);
      else disk.refs.set(key, { generation, row });
    },
    holds: async (generation, id) => rowsOf(generation).some((row) => row.id === id),
    clear: async (generation) => {
      remove(disk.log, (kept) => kept.generation === generation);
      remove(disk.refs, (kept) => kept.generation === generation);
    },
  };
}
