import type { Envelope, ExecutionId, LogEntry, UserId } from '@heliograph/domain';
import type { LogRow } from '../messages/exchange.ts';
import { emptyCache } from './apply-cache.ts';
import { heldAlone } from './identity.ts';
import { entryOf } from './log-entry.ts';
import type { CacheStore, OutboxStore, OutboxTx } from './ports.ts';

/** Everything the phone's own person recorded that the server's log does not show yet, in recorded order: unsent, in flight, sent, held. */
export async function ownOperations(tx: OutboxTx): Promise<readonly Envelope[]> {
  const [held, asides, past, ops] = await Promise.all([heldAlone(tx), tx.asides(), tx.past(), tx.opsFrom(1, Number.MAX_SAFE_INTEGER)]);
  const rejected = new Set(asides.filter(({ state }) => state === 'rejected').map(({ operation }) => operation.id));
  return [...held, ...past, ...ops].filter(({ id }) => !rejected.has(id));
}

/** Ids of this phone's own operations that the server has acknowledged, as far back as they are kept. */
export async function acknowledgedIds(tx: OutboxTx): Promise<ReadonlySet<string>> {
  const upTo = (await tx.meta())?.acked.i ?? 0;
  const sent = (await tx.opsFrom(1, Number.MAX_SAFE_INTEGER)).filter(({ i }) => i <= upTo);
  return new Set([...(await heldAlone(tx)), ...(await tx.past()), ...sent].map(({ id }) => id));
}

/** The log of one execution as this phone knows it: the server's rows in their order, then own operations it does not show yet. */
export async function readLocalLog(stores: { outbox: OutboxStore; cache: CacheStore; user: UserId }, x: ExecutionId): Promise<LogEntry[]> {
  const own = await stores.outbox.read(ownOperations);
  const rows = await stores.cache.read(async (tx) => tx.log((await tx.meta())?.shown ?? emptyCache.shown, x));
  return joinLogs(
    rows,
    own.filter((operation) => operation.x === (x as string)),
    stores.user,
  );
}

/** Own operations go on folding over what the server says, until the server says them too. */
export function joinLogs(rows: readonly LogRow[], own: readonly Envelope[], user: UserId): LogEntry[] {
  const known = new Set(rows.map(({ id }) => id));
  return [
    ...rows.map(entryOf),
    ...own.filter(({ id }) => !known.has(id)).map((operation) => ({ operation, seq: null, actor: user, serverAt: null, flags: [] })),
  ];
}
