import { type ExecutionId, foldExecution, isOver, type UserId } from '@heliograph/domain';
import { entryOf } from './log-entry.ts';
import type { CacheMeta, CacheTx, ForgottenWork } from './ports.ts';

/** As long as own records are kept after their acknowledgement, and a day: then nothing of the work is left on this phone. */
export const KEPT_FOR_MS = 15 * 86_400_000;

interface Carrying {
  readonly meta: CacheMeta;
  /** The generation that was pulled anew, and is whole. */
  readonly to: number;
  readonly user: UserId;
  /** Executions with own records that the server has not applied. */
  readonly waiting: ReadonlySet<ExecutionId>;
  /** What the server itself said is no longer theirs. */
  readonly away: ReadonlySet<ExecutionId>;
  /** Of that, what stays until own records of it are sent. */
  readonly leaving: ReadonlySet<ExecutionId>;
  /** By the server's clock, ms. */
  readonly now: number;
}

/**
 * Takes along into the generation pulled after a restore what the server no longer gives this person and they are not done with: somebody
 * stands before it (decision 39).
 */
export async function carryForgotten(tx: CacheTx, { meta, to, user, waiting, away, leaving, now }: Carrying): Promise<readonly ForgottenWork[]> {
  const given = new Set(await tx.executions(to));
  const since = new Map((meta.forgotten ?? []).map(({ x, at }) => [x, at]));
  const forgotten: ForgottenWork[] = [];
  for (const x of await tx.executions(meta.shown)) {
    if (given.has(x) || away.has(x)) continue;
    const rows = await tx.log(meta.shown, x);
    const { crew, status } = foldExecution(rows.map(entryOf));
    if (!waiting.has(x) && (isOver(status) || !crew.includes(user))) continue;
    await tx.putLog(to, rows);
    if (leaving.has(x)) continue;
    forgotten.push({ x, at: since.get(x) ?? now });
  }
  return forgotten;
}

/** What is still to be kept of it: the server gives it again, or has not for so long that nobody stands before it any more. */
export async function keepForgotten(
  tx: CacheTx,
  { meta, settled, waiting, now }: Pick<Carrying, 'meta' | 'waiting' | 'now'> & { settled: ReadonlySet<ExecutionId> },
): Promise<readonly ForgottenWork[]> {
  const unsettled = (meta.forgotten ?? []).filter(({ x }) => !settled.has(x));
  const kept = unsettled.filter(({ x, at }) => waiting.has(x) || at > now - KEPT_FOR_MS);
  for (const { x } of unsettled) if (!kept.some((one) => one.x === x)) await tx.deleteLog(meta.shown, x);
  return kept;
}

/** Its person does not wait for it to be given again. */
export async function putForgottenAway(tx: CacheTx, x: ExecutionId): Promise<void> {
  const meta = await tx.meta();
  if (meta?.forgotten?.some((one) => one.x === x) !== true) return;
  await tx.deleteLog(meta.shown, x);
  await tx.putMeta({ ...meta, forgotten: meta.forgotten.filter((one) => one.x !== x) });
}
