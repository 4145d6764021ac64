import type { ExecutionId, OperationId } from '@heliograph/domain';
import {
  type Aside,
  type ExchangeAnswerWire,
  type ExchangeRequest,
  MOST_ASKED,
  type OkAnswer,
  type Position,
  PROTOCOL,
} from '../messages/exchange.ts';
import { applyBatch } from './apply-batch.ts';
import type { Work } from './decide.ts';
import type { DeviceRow, Sender, ServerPorts, ServerSnapshot, StoredState } from './ports.ts';
import { pull } from './pull.ts';
import { type Incoming, readBatch } from './read-batch.ts';
import { isStillTrue, markOfHead, openMark, sealMark } from './token.ts';

type PushOutcome =
  | { kind: 'ok'; inc: string; ack: Position; aside: readonly OperationId[] }
  | { kind: 'incarnation'; inc: string; ack: Position }
  | { kind: 'gap'; inc: string; ack: Position }
  | { kind: 'fork'; inc: string };

/**
 * One exchange: stores what the phone sends, says durably what it holds of this device, and tells what changed.
 * The push is one transaction; an acknowledgement is given for what is on the disk, not for what is agreed with.
 * @throws UnreadableBatch when an operation has no counter or id, or counters do not follow (answered 400)
 */
export async function exchange(ports: ServerPorts, sender: Sender, request: ExchangeRequest): Promise<ExchangeAnswerWire> {
  const common = { proto: PROTOCOL, nonce: request.nonce, now: ports.now() };
  if (request.user !== sender.user) return { kind: 'wrong_user', ...common };
  const batch = readBatch(request.ops);
  const outcome = await ports.store.write(sender.org, (tx) => push({ tx, ports, sender }, request, batch));
  if (outcome.kind === 'fork' || outcome.kind === 'gap') return { ...outcome, ...common };
  return ports.store.read(sender.org, async (snapshot) => {
    const counter = await snapshot.head();
    // Beside every acknowledgement, also for who is told nothing else.
    const seen = sealMark(ports.seal, sender.org, markOfHead(counter));
    if (outcome.kind === 'incarnation') return { ...outcome, ...common, seen };
    const settled = await settledSince(snapshot, sender, request);
    const held = (await heldBefore(snapshot, sender, request)).filter(({ id }) => !outcome.aside.includes(id));
    const aside = [...(await snapshot.asides(sender.user, outcome.aside)), ...settled.rejected, ...held];
    const told = { ...common, ...outcome, seen, applied: settled.applied, aside };
    return lean(request, sender.deliverOnly ? told : { ...told, ...(await pull({ snapshot, ports, sender }, request, { head: counter.seq, seen })) });
  });
}

/** Whoever pulls from the beginning is told what waits of theirs: a restore may have taken back what they had heard of it. */
const heldBefore = async (snapshot: ServerSnapshot, { user, deliverOnly }: Sender, { cur }: ExchangeRequest): Promise<readonly Aside[]> =>
  cur === null && !deliverOnly ? snapshot.held(user, MOST_ASKED) : [];

/** What became of the operations that this phone knows as held, where they no longer are. */
async function settledSince(snapshot: ServerSnapshot, { user }: Sender, { held }: ExchangeRequest) {
  if (held.length === 0) return { applied: [], rejected: [] };
  const asides = await snapshot.asides(user, held);
  return { applied: [...(await snapshot.applied(user, held))], rejected: asides.filter(({ state }) => state === 'rejected') };
}

async function push(work: Work, request: ExchangeRequest, batch: readonly Incoming[]): Promise<PushOutcome> {
  const { tx, sender } = work;
  const device = await tx.lockDevice(request.dev, sender.user, {
    build: request.build,
    pending: request.pending ?? null,
    lost: request.lost ?? null,
  });
  const inc = await trueIncarnation(work, request);
  if (device.user !== sender.user) return { kind: 'fork', inc };
  if (request.inc !== null && request.inc !== inc) return { kind: 'incarnation', inc, ack: device.position };
  const first = batch[0]?.i ?? (request.ack?.i ?? 0) + 1;
  if (first > device.position.i + 1) return { kind: 'gap', inc, ack: device.position };
  // Subjects are locked before ids are looked up: two devices writing the first value of one step must not both miss the other.
  await tx.lockSubjects(subjectsOf(batch));
  const stored = await tx.stored(batch.map(({ envelope }) => envelope.id));
  // A number this device has used, with an operation nobody has: two lineages share the identity (a copied phone).
  if (batch.some(({ i, envelope }) => i <= device.position.i && !stored.has(envelope.id))) return { kind: 'fork', inc };
  const todo = batch.filter(({ i, envelope }) => i > device.position.i && !stored.has(envelope.id));
  const aside = await applyBatch(work, withoutRepeats(todo));
  const ack = positionAfter(batch, device);
  if (ack.i > device.position.i) await tx.moveDevice(request.dev, ack);
  return { kind: 'ok', inc, ack, aside: [...aside, ...setAsideBefore(stored)] };
}

/** Of what was stored already, what did not find its place when it came. */
const setAsideBefore = (stored: ReadonlyMap<OperationId, StoredState>): OperationId[] =>
  [...stored].flatMap(([id, state]) => (state === 'applied' ? [] : [id]));

/** The server's incarnation, renewed when a mark that this phone was given is no longer in the server's past (decision 21). */
async function trueIncarnation({ tx, ports, sender }: Work, request: ExchangeRequest): Promise<string> {
  const inc = await tx.incarnation();
  if (request.inc !== inc) return inc;
  // One and the same on a phone that has been told everything.
  for (const token of new Set([request.seen, request.cur]))
    if (!(await isStillTrue(tx, openMark(ports.seal, sender.org, token)))) return tx.renewIncarnation(inc, ports.mark());
  return inc;
}

// An operation's `x` names an execution wherever the kinds known today are concerned.
const subjectsOf = (batch: readonly Incoming[]): ExecutionId[] => [...new Set(batch.map(({ envelope }) => envelope.x as string as ExecutionId))];

/** One id twice in one batch (two counters, one operation): the first stands for both. */
function withoutRepeats(batch: readonly Incoming[]): Incoming[] {
  const seen = new Set<OperationId>();
  return batch.filter(({ envelope: { id } }) => !seen.has(id) && seen.add(id));
}

/** Over duplicates and set-aside ones too: the queue always drains. */
function positionAfter(batch: readonly Incoming[], device: DeviceRow): Position {
  const last = batch.at(-1);
  return last === undefined || last.i <= device.position.i ? device.position : { i: last.i, id: last.envelope.id };
}

type Whole = Omit<OkAnswer, 'drop' | 'full' | 'ops' | 'refs' | 'more' | 'procs' | 'blobs' | 'kind'> & Partial<OkAnswer>;

/** Leaves out what is empty or unchanged, so that nothing new stays under 300 bytes. */
function lean(request: ExchangeRequest, { aside, applied, cur, seen, more, ...rest }: Whole): ExchangeAnswerWire {
  const lists = { aside, applied, drop: rest.drop, full: rest.full, ops: rest.ops, refs: rest.refs, procs: rest.procs, blobs: rest.blobs };
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined && list.length > 0));
  return {
    kind: 'ok',
    ...{ proto: rest.proto, nonce: rest.nonce, now: rest.now, inc: rest.inc, ack: rest.ack },
    ...(seen === undefined || seen === request.seen ? {} : { seen }),
    ...(cur === undefined || cur === request.cur ? {} : { cur }),
    ...(more ? { more } : {}),
    ...filled,
  };
}
