import { correctedAt, type Envelope, type ExecutionId, LIMITS, type OperationId, utf8Length } from '@heliograph/domain';
import { type ExchangeRequestWire, MOST_ASKED, PROTOCOL } from '../messages/exchange.ts';
import type { CacheMeta, OutboxMeta, OutboxTx, Owner } from './ports.ts';

/** What the outbox has to say: a batch in order, and how much waits. */
export interface Waiting {
  readonly meta: OutboxMeta;
  readonly batch: readonly Envelope[];
  readonly ops: number;
  readonly photos: number;
  readonly bytes: number;
  /** When the oldest of it was recorded, brought to the server's clock, ms; null where nothing waits. */
  readonly since: number | null;
  /** Executions with unacknowledged operations. */
  readonly executions: ReadonlySet<ExecutionId>;
  /** What the server holds, as far as this phone knows; the latest of it. */
  readonly held: readonly OperationId[];
}

/** Reads what waits. `limit` shrinks after a 413. */
export async function readWaiting(tx: OutboxTx, limit: number): Promise<Waiting | null> {
  const meta = await tx.meta();
  if (meta === undefined) return null;
  const unacknowledged = await tx.opsFrom(meta.acked.i + 1, Number.MAX_SAFE_INTEGER);
  const photos = (await tx.photos()).filter(({ state }) => state === 'waiting');
  return {
    meta,
    batch: fitting(unacknowledged.slice(0, Math.min(limit, LIMITS.batchOperations))),
    ops: unacknowledged.length,
    photos: photos.length,
    bytes: photos.reduce((sum, { size, sent }) => sum + size - sent, 0),
    since: oldest([...unacknowledged.map(correctedAt), ...photos.map(({ at }) => at + meta.offset)]),
    executions: new Set(unacknowledged.map(subjectOf)),
    held: (await tx.asides()).flatMap(({ state, operation }) => (state === 'held' ? [operation.id] : [])).slice(-MOST_ASKED),
  };
}

/** An operation's `x` names an execution wherever the kinds known today are concerned. */
export const subjectOf = ({ x }: Pick<Envelope, 'x'>): ExecutionId => x as string as ExecutionId;

const oldest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.round(times.reduce((a, b) => Math.min(a, b))));

/** As many operations as the server unpacks at once, leaving room for the rest of the request. */
function fitting(operations: readonly Envelope[]): Envelope[] {
  let bytes = 4096;
  const end = operations.findIndex((operation) => {
    bytes += utf8Length(JSON.stringify(operation)) + 1;
    return bytes > LIMITS.batchBytes;
  });
  return operations.slice(0, end === -1 ? undefined : Math.max(end, 1));
}

interface About {
  readonly owner: Owner;
  readonly build: string;
  readonly nonce: string;
  readonly sent: number;
  readonly want: number;
}

/** The request as it goes out; empty fields are left out. */
export function requestOf(waiting: Waiting, cache: CacheMeta, { owner, build, nonce, sent, want }: About): ExchangeRequestWire {
  const { meta, batch, ops, photos, bytes, since, held } = waiting;
  const cursor = cache.inc === meta.inc ? cache.cursor : null;
  return {
    ...{ proto: PROTOCOL, build, user: owner.user, dev: meta.dev, nonce, ack: meta.acked, sent, want },
    ...(meta.inc === null ? {} : { inc: meta.inc }),
    ...(meta.seen === null ? {} : { seen: meta.seen }),
    ...(batch.length === 0 ? {} : { ops: [...batch] }),
    ...(held.length === 0 ? {} : { held: [...held] }),
    ...(cursor === null ? {} : { cur: cursor }),
    ...(ops + photos === 0 ? {} : { pending: { ops, photos, bytes, ...(since === null ? {} : { since }) } }),
  };
}
