import type { ExecutionId, OperationId } from '@heliograph/domain';
import type { OkAnswer } from '../messages/exchange.ts';
import type { CacheMeta, CacheTx } from './ports.ts';

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
  readonly now: number;
}

/** Writes changes and cursor together, and only where the answer starts at the cursor held. Returns the executions touched; null when it was stale. */
export async function applyToCache(tx: CacheTx, { answer, from, unsent, now }: Pulled): Promise<ReadonlySet<ExecutionId> | null> {
  const meta = await alignCache(tx, answer.inc);
  if (meta.inc !== answer.inc || meta.cursor !== from) return null;
  const generation = writtenGeneration(meta);
  const entered = new Set(answer.full.map(({ x }) => x));
  const leaving = [...new Set([...meta.leaving, ...answer.drop])].filter((x) => !entered.has(x));
  const gone = leaving.filter((x) => !unsent.has(x));
  for (const x of [...gone, ...entered]) await tx.deleteLog(generation, x);
  const rows = [...answer.full.flatMap(({ ops }) => ops), ...answer.ops];
  if (rows.length > 0) await tx.putLog(generation, rows);
  for (const ref of answer.refs) await tx.putRef(generation, ref);
  const cursor = answer.cur ?? from;
  // Who may only deliver is told nothing: without a place in the log there is no whole.
  const isWhole = !answer.more && cursor !== null;
  if (isWhole && meta.building !== null) await tx.clear(meta.shown);
  await tx.putMeta({
    ...meta,
    cursor,
    leaving: leaving.filter((x) => unsent.has(x)),
    ...(isWhole ? { shown: generation, building: null, wholeAt: now } : {}),
  });
  return new Set([...gone, ...entered, ...answer.ops.map(({ x }) => x as string as ExecutionId)]);
}

/** Ids of operations that this answer shows in the log: what was held and is now applied leaves the list of set-aside ones. */
export const appliedIds = (answer: OkAnswer): OperationId[] => [...answer.full.flatMap(({ ops }) => ops), ...answer.ops].map(({ id }) => id);
