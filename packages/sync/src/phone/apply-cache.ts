import type { ExecutionId, OperationId, UserId } from '@heliograph/domain';
import type { OkAnswer } from '../messages/exchange.ts';
import { carryForgotten, KEPT_FOR_MS, keepForgotten } from './forgotten.ts';
import type { CacheMeta, CacheTx, LeftWork } from './ports.ts';
import { subjectOf } from './request.ts';

export const emptyCache: CacheMeta = { cursor: null, inc: null, shown: 0, building: null, wholeAt: null, leaving: [] };

/** Generation that pulls are written to. */
export const writtenGeneration = (meta: CacheMeta): number => meta.building ?? meta.shown;

/**
 * Makes the cache belong to this incarnation. After the server's past changed, a new generation is pulled from nothing while the old one
 * stays on screen: a technician must not lose sight of the job because somebody restored a backup.
 */
export async function alignCache(tx: CacheTx, inc: string | null): Promise<CacheMeta> {
  const meta = (await tx.meta()) ?? emptyCache;
  if (inc === null || meta.inc === inc) return meta;
  if (meta.inc === null && meta.cursor === null) return save(tx, { ...meta, inc });
  if (meta.building !== null) await tx.clear(meta.building);
  return save(tx, { ...meta, inc, cursor: null, building: Math.max(meta.shown, meta.building ?? 0) + 1 });
}

async function save(tx: CacheTx, meta: CacheMeta): Promise<CacheMeta> {
  await tx.putMeta(meta);
  return meta;
}

interface Pulled {
  readonly answer: OkAnswer;
  /** The cursor that was sent: the answer continues from there and from nowhere else. */
  readonly from: string | null;
  /** Executions with own work the server has not acknowledged: they stay, whatever the scope says (H42). */
  readonly unsent: ReadonlySet<ExecutionId>;
  /** Executions with own work that the server has not applied: unsent, or held. */
  readonly waiting: ReadonlySet<ExecutionId>;
  readonly user: UserId;
  readonly now: number;
  /** By its answer: a clock that was years off must not make the phone forget. */
  readonly serverNow: number;
}

/** Writes changes and cursor together, and only where the answer starts at the cursor held. Returns the executions touched; null when it was stale. */
export async function applyToCache(
  tx: CacheTx,
  { answer, from, unsent, waiting, user, now, serverNow }: Pulled,
): Promise<ReadonlySet<ExecutionId> | null> {
  const meta = await alignCache(tx, answer.inc);
  if (meta.inc !== answer.inc || meta.cursor !== from) return null;
  const generation = writtenGeneration(meta);
  const entered = new Set(answer.full.map(({ x }) => x));
  const leaving = [...new Set([...meta.leaving, ...answer.drop])].filter((x) => !entered.has(x));
  const gone = leaving.filter((x) => !unsent.has(x));
  const left = await leftWork(tx, { meta, gone, entered, now });
  // What was carried over a restore goes as soon as the server says anything of it: its own rows are the whole truth.
  const told = new Set([...gone, ...entered, ...answer.ops.map(subjectOf)]);
  const regained = (meta.forgotten ?? []).map(({ x }) => x).filter((x) => told.has(x));
  for (const x of new Set([...gone, ...entered, ...regained])) await tx.deleteLog(generation, x);
  const rows = [...answer.full.flatMap(({ ops }) => ops), ...answer.ops];
  if (rows.length > 0) await tx.putLog(generation, rows);
  for (const ref of answer.refs) await tx.putRef(generation, ref);
  const cursor = answer.cur ?? from;
  // Who may only deliver is told nothing: without a place in the log there is no whole.
  const isWhole = !answer.more && cursor !== null;
  const isNew = isWhole && meta.building !== null;
  const away = new Set([...gone, ...entered, ...left.map(({ x }) => x)]);
  const forgotten = isNew
    ? await carryForgotten(tx, { meta, to: generation, user, waiting, away, leaving: new Set(leaving), now: serverNow })
    : await keepForgotten(tx, { meta, settled: told, waiting, now: serverNow });
  if (isNew) await tx.clear(meta.shown);
  await tx.putMeta({
    ...meta,
    cursor,
    leaving: leaving.filter((x) => unsent.has(x)),
    left,
    forgotten,
    ...(isWhole ? { shown: generation, building: null, wholeAt: now } : {}),
  });
  return told;
}

interface Leaving {
  readonly meta: CacheMeta;
  readonly gone: readonly ExecutionId[];
  readonly entered: ReadonlySet<ExecutionId>;
  readonly now: number;
}

/** What is no longer this person's, the latest last. Work that came back is. */
async function leftWork(tx: CacheTx, { meta, gone, entered, now }: Leaving): Promise<readonly LeftWork[]> {
  const known = (meta.left ?? []).filter(({ x, at }) => !entered.has(x) && at > now - KEPT_FOR_MS);
  const fresh: LeftWork[] = [];
  for (const x of gone) {
    const rows = await tx.log(meta.shown, x);
    const begun = rows.find(({ k }) => k === 'start') ?? rows.find(({ k }) => k === 'plan');
    if (begun !== undefined) fresh.push({ x, at: now, begun, isSeen: false });
  }
  return [...known.filter(({ x }) => !gone.includes(x)), ...fresh];
}

/** Its person has seen it, and puts it away. */
export async function putLeftAway(tx: CacheTx, x: ExecutionId): Promise<void> {
  const meta = await tx.meta();
  if (meta !== undefined) await tx.putMeta({ ...meta, left: (meta.left ?? []).map((one) => (one.x === x ? { ...one, isSeen: true } : one)) });
}

/** Ids of operations that this answer shows in the log: what was held and is now applied leaves the list of set-aside ones. */
export const appliedIds = (answer: OkAnswer): OperationId[] => [...answer.full.flatMap(({ ops }) => ops), ...answer.ops].map(({ id }) => id);
