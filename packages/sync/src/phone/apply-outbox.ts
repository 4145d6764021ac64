import type { Envelope } from '@heliograph/domain';
import type { Aside, ExchangeAnswer, ExchangeRequestWire, OkAnswer, Position } from '../messages/exchange.ts';
import { rehomeUnacknowledged, resumeFrom } from './identity.ts';
import type { AsideRecord, OutboxMeta, OutboxTx, Random } from './ports.ts';
import { prune, withMilestone } from './retention.ts';

/** What an answer did to the outbox. `stale`: it was for an identity or an incarnation that is no longer ours, so nothing of it counts. */
export type Applied = 'applied' | 'stale' | 'rehomed' | 'restored' | 'wrong_user' | 'update';

interface Answered {
  readonly request: ExchangeRequestWire;
  readonly answer: ExchangeAnswer;
  readonly random: Random;
  /** Server − device clock offset that this exchange measured, ms. */
  readonly offset: number;
  readonly now: number;
}

/** Applies an answer to the precious database, in one transaction: read what we are, decide, write. */
export async function applyToOutbox(tx: OutboxTx, answered: Answered): Promise<Applied> {
  const { request, answer, random } = answered;
  const meta = await tx.meta();
  if (meta === undefined || meta.dev !== request.dev) return 'stale';
  switch (answer.kind) {
    case 'ok':
      return applyOk(tx, meta, { ...answered, answer });
    case 'fork':
      await rehomeUnacknowledged(tx, meta, random);
      return 'rehomed';
    case 'gap':
      if (meta.inc !== null && meta.inc !== answer.inc) return 'stale';
      await resumeFrom(tx, meta, { ack: answer.ack, random });
      return 'rehomed';
    case 'incarnation':
      // Counts only while the incarnation that was refused is still the one we hold: a late twin of this answer must not lower a new position.
      if (meta.inc !== (request.inc ?? null)) return 'stale';
      await resumeFrom(tx, { ...meta, inc: answer.inc, seen: answer.seen ?? null }, { ack: answer.ack, random });
      return 'restored';
    case 'wrong_user':
    case 'update':
      return answer.kind;
  }
}

async function applyOk(tx: OutboxTx, meta: OutboxMeta, { request, answer, random, offset, now }: Answered & { answer: OkAnswer }): Promise<Applied> {
  if (meta.inc !== null && meta.inc !== answer.inc) return 'stale';
  const current = { ...meta, inc: answer.inc, offset };
  if (answer.ack.i < meta.acked.i) return 'stale';
  if (answer.ack.i > meta.acked.i) {
    // Never by number alone: a copy of this phone may have used the same numbers for other work (H21).
    const mine = await tx.op(answer.ack.i);
    if (mine?.id !== answer.ack.id) {
      await rehomeUnacknowledged(tx, current, random);
      return 'rehomed';
    }
  }
  const acked = await told(tx, meta, { request, answer });
  const milestones = acked.i > meta.acked.i ? withMilestone(meta, acked.i, answer.now) : meta.milestones;
  await tx.putMeta({ ...current, acked, seen: answer.seen ?? meta.seen, milestones });
  await setAside(tx, answer, { request, now });
  await settleHeld(tx, answer, now);
  await wantAgain(tx, answer);
  await prune(tx, answer.now);
  return 'applied';
}

/** Last operation that went out with this request. */
const lastSent = ({ ack, ops }: ExchangeRequestWire): number => (ack?.i ?? 0) + (ops?.length ?? 0);

/**
 * Up to where this answer acknowledges. It tells what was set aside among the operations it was sent, and of no other: what another tab sent,
 * and was answered in vain, goes again to hear what became of it.
 */
async function told(tx: OutboxTx, meta: OutboxMeta, { request, answer }: Pick<Answered, 'request'> & { answer: OkAnswer }): Promise<Position> {
  const last = Math.max(lastSent(request), meta.acked.i);
  if (answer.ack.i <= last) return answer.ack;
  const mine = await tx.op(last);
  return last === meta.acked.i || mine === undefined ? meta.acked : { i: last, id: mine.id };
}

/** Photos that the server knows by name and holds no bytes of (it was restored) are sent once more while the phone still has them. */
async function wantAgain(tx: OutboxTx, { blobs }: OkAnswer): Promise<void> {
  for (const { sha, at } of blobs) {
    const photo = await tx.photo(sha);
    const isIdle = photo?.state === 'stored' || photo?.state === 'aside';
    if (isIdle && (await tx.slice(sha, 0)) !== undefined) await tx.putPhoto({ ...photo, state: 'waiting', sent: at });
  }
}

/**
 * Keeps what the server did not apply, with its words, until a person has settled it. A restored server sets the same aside again: what was settled
 * stays so; and what it applies, now that it was asked again, needs nobody any more.
 */
async function setAside(tx: OutboxTx, { aside, ack }: OkAnswer, { request, now }: Pick<Answered, 'request' | 'now'>): Promise<void> {
  const found = new Map(aside.map((one) => [one.id, one]));
  const before = new Map((await tx.asides()).map((record) => [record.operation.id, record]));
  if (found.size + before.size === 0) return;
  const isAnswered = ({ i }: Envelope): boolean => i > (request.ack?.i ?? 0) && i <= Math.min(lastSent(request), ack.i);
  for (const operation of await tx.opsFrom(1, Number.MAX_SAFE_INTEGER)) {
    const [told, known] = [found.get(operation.id), before.get(operation.id)];
    if (told !== undefined) await tx.putAside(asideOf(operation, told, { known, now }));
    else if (known !== undefined && isAnswered(operation)) await tx.deleteAside(operation.id);
  }
}

/** What was held is applied, and needs nobody any more; or it is refused for good, and needs a person. */
async function settleHeld(tx: OutboxTx, { applied, aside }: OkAnswer, now: number): Promise<void> {
  for (const id of applied) await tx.deleteAside(id);
  const rejected = new Map(aside.flatMap((one) => (one.state === 'rejected' ? [[one.id, one]] : [])));
  if (rejected.size === 0) return;
  for (const known of await tx.asides()) {
    const told = rejected.get(known.operation.id);
    if (known.state === 'held' && told !== undefined) await tx.putAside(asideOf(known.operation, told, { known, now }));
  }
}

function asideOf(operation: Envelope, { state, code, msg }: Aside, { known, now }: { known: AsideRecord | undefined; now: number }): AsideRecord {
  const settled = state === 'rejected' ? known?.settled : undefined;
  return { operation, state, code, message: msg ?? '', at: now, ...(settled === undefined ? {} : { settled }) };
}
