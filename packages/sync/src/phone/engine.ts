import type { Envelope, ExecutionId, LogEntry } from '@heliograph/domain';
import type { ExchangeRequestWire, OkAnswer } from '../messages/exchange.ts';
import { alignCache, appliedIds, applyToCache } from './apply-cache.ts';
import { type Applied, applyToOutbox } from './apply-outbox.ts';
import { ensureIdentity, rehomeUnacknowledged } from './identity.ts';
import { readLocalLog } from './local-log.ts';
import type { CacheStore, Clock, OutboxStore, Owner, Random, Transport, TransportResult } from './ports.ts';
import { type Entry, identify, store, type Unnumbered } from './record.ts';
import { readWaiting, requestOf, subjectOf, type Waiting } from './request.ts';

export interface PhonePorts {
  readonly owner: Owner;
  readonly outbox: OutboxStore;
  readonly cache: CacheStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly build: string;
  /** Page load number; with the wall clock it orders the display inside one device. */
  readonly session: number;
  /** Log rows wanted in one answer. */
  readonly want?: number;
}

/** How one exchange ended. `more`: send again at once; `idle`: nothing waits on either side. */
export type Outcome =
  | { readonly kind: 'idle' | 'more' | 'stale'; readonly touched: ReadonlySet<ExecutionId> }
  | { readonly kind: 'signed_out' | 'blocked' | 'wrong_user' | 'update' }
  | { readonly kind: 'unknown'; readonly retryAfterMs: number | null };

/** The phone's half of the protocol for one person in one organisation. Several may run at once (tabs): the server makes that harmless. */
export interface Phone {
  /** Resolves when everything is on the disk, and only then may a tick be shown. */
  record(entries: readonly Entry[]): Promise<readonly Envelope[]>;
  /** One exchange with the server. Never throws for what the network does. */
  exchange(): Promise<Outcome>;
  localLog(x: ExecutionId): Promise<LogEntry[]>;
  waiting(): Promise<Waiting | null>;
}

/** Makes the outbox's identity if it has none, and hands out the engine. */
export async function openPhone(ports: PhonePorts): Promise<Phone> {
  const { outbox, cache, clock, random, owner } = ports;
  // Looked at first: a write would wait for everything that the screens are reading.
  if ((await outbox.read((tx) => tx.meta())) === undefined) await outbox.write((tx) => ensureIdentity(tx, { clock, random }));
  const inFlight: Unnumbered[] = [];
  const batches = { limit: Number.MAX_SAFE_INTEGER };
  return {
    record: (entries) => record(ports, inFlight, entries),
    exchange: () => exchangeOnce(ports, batches),
    localLog: (x) => readLocalLog({ outbox, cache, user: owner.user }, x),
    waiting: () => outbox.read((tx) => readWaiting(tx, 0)),
  };
}

async function record(
  { outbox, clock, random, session }: PhonePorts,
  inFlight: Unnumbered[],
  entries: readonly Entry[],
): Promise<readonly Envelope[]> {
  const identified: { entry: Entry; envelope: Unnumbered }[] = [];
  for (const entry of entries) {
    const moment = { w: clock.now(), z: clock.zone(), n: session, random: random.bytes(10) };
    identified.push({ entry, envelope: identify(entry.draft, moment, [...inFlight, ...identified.map(({ envelope }) => envelope)]) });
  }
  inFlight.push(...identified.map(({ envelope }) => envelope));
  try {
    return await outbox.write((tx) => store(tx, identified));
  } finally {
    for (const { envelope } of identified) inFlight.splice(inFlight.indexOf(envelope), 1);
  }
}

async function exchangeOnce(ports: PhonePorts, batches: { limit: number }): Promise<Outcome> {
  const { outbox, cache, clock, random, owner, build, transport } = ports;
  const waiting = await outbox.read((tx) => readWaiting(tx, batches.limit));
  if (waiting === null) return { kind: 'unknown', retryAfterMs: null };
  const meta = await cache.write((tx) => alignCache(tx, waiting.meta.inc));
  const nonce = Array.from(random.bytes(9), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const request = requestOf(waiting, meta, { owner, build, nonce, sent: clock.now(), want: ports.want ?? 500 });
  const began = clock.monotonic();
  const result = await transport.exchange(request);
  if (result.kind === 'answer' && result.answer.nonce === nonce)
    return settle(ports, batches, { waiting, request, answer: result.answer, roundTrip: clock.monotonic() - began });
  return afterTrouble(ports, batches, { waiting, result });
}

interface Answered {
  readonly waiting: Waiting;
  readonly request: ExchangeRequestWire;
  readonly answer: Extract<TransportResult, { kind: 'answer' }>['answer'];
  readonly roundTrip: number;
}

async function settle(ports: PhonePorts, batches: { limit: number }, { waiting, request, answer, roundTrip }: Answered): Promise<Outcome> {
  const { outbox, clock, random } = ports;
  const now = clock.now();
  const offset = Math.round(answer.now - ((request.sent ?? now) + roundTrip / 2));
  const applied = await outbox.write((tx) => applyToOutbox(tx, { request, answer, random, offset, now }));
  if (applied === 'wrong_user' || applied === 'update') return { kind: applied };
  if (applied !== 'applied' || answer.kind !== 'ok') return { kind: next(applied), touched: new Set() };
  batches.limit = Number.MAX_SAFE_INTEGER;
  return settleCache(ports, { waiting, request, answer });
}

const next = (applied: Applied): 'more' | 'stale' => (applied === 'stale' ? 'stale' : 'more');

async function settleCache(
  { outbox, cache, clock, owner }: PhonePorts,
  { waiting, request, answer }: Omit<Answered, 'roundTrip'> & { answer: OkAnswer },
): Promise<Outcome> {
  // Read after the acknowledgement was written: an execution whose last operation was just acknowledged may leave now.
  const [left, asides] = await outbox.read((tx) => Promise.all([readWaiting(tx, 0), tx.asides()]));
  const unsent = left?.executions ?? waiting.executions;
  const notApplied = new Set([...unsent, ...asides.filter(({ state }) => state === 'held').map(({ operation }) => subjectOf(operation))]);
  const pulled = { answer, from: request.cur ?? null, unsent, waiting: notApplied, user: owner.user, now: clock.now(), serverNow: answer.now };
  const touched = await cache.write((tx) => applyToCache(tx, pulled));
  if (touched === null) return { kind: 'stale', touched: new Set() };
  await dropHeld(outbox, answer);
  return { kind: answer.more || (left?.ops ?? 0) > 0 ? 'more' : 'idle', touched };
}

/** A held operation that now stands in the log was applied by the server: it needs nobody's attention any more. */
async function dropHeld(outbox: OutboxStore, answer: OkAnswer): Promise<void> {
  const applied = new Set(appliedIds(answer));
  const done = (await outbox.read((tx) => tx.asides())).filter(({ state, operation }) => state === 'held' && applied.has(operation.id));
  if (done.length === 0) return;
  await outbox.write(async (tx) => {
    for (const { operation } of done) await tx.deleteAside(operation.id);
  });
}

interface Trouble {
  readonly waiting: Waiting;
  readonly result: TransportResult;
}

/** Nothing leaves the queue because of an error. A batch that cannot pass is halved until the operation that cannot pass stands alone. */
async function afterTrouble(ports: PhonePorts, batches: { limit: number }, { waiting, result }: Trouble): Promise<Outcome> {
  switch (result.kind) {
    case 'signed_out':
    case 'blocked':
      return { kind: result.kind };
    case 'too_large':
    case 'unreadable':
      if (waiting.batch.length > 1) batches.limit = Math.floor(waiting.batch.length / 2);
      else if (waiting.batch[0] !== undefined && result.kind === 'unreadable') await isolate(ports, waiting.batch[0]);
      return waiting.batch.length === 0 ? { kind: 'unknown', retryAfterMs: null } : { kind: 'more', touched: new Set() };
    case 'answer':
      return { kind: 'unknown', retryAfterMs: null };
    case 'unknown':
      return result;
  }
}

/** Our own bug: an operation the server cannot even acknowledge. It is set aside here, with its content, and the rest goes on under a new identity. */
async function isolate({ outbox, random, clock }: PhonePorts, operation: Envelope): Promise<void> {
  await outbox.write(async (tx) => {
    const meta = await tx.meta();
    const current = meta === undefined ? undefined : await tx.op(operation.i);
    if (meta === undefined || current?.id !== operation.id || operation.i <= meta.acked.i) return;
    await tx.putAside({ operation, state: 'rejected', code: 'schema', message: 'unreadable', at: clock.now() });
    await tx.deleteOp(operation.i);
    await rehomeUnacknowledged(tx, meta, random);
  });
}
