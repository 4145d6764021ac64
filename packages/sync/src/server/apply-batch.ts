import {
  advanceState,
  type ExecutionId,
  emptyState,
  type LogFlag,
  type Operation,
  type OperationId,
  type ProcedureHash,
  registerOf,
  type StepState,
  subjectKindOf,
  type TipStanding,
} from '@heliograph/domain';
import type { AsideCode } from '../messages/exchange.ts';
import { isAboutTip, type Judgement, judge, judgeTip, type Standing } from './judge.ts';
import type { Batch, OperationRow, Sender, ServerPorts, ServerTx, Subject, TipOperation } from './ports.ts';
import type { Incoming } from './read-batch.ts';

type KnownIncoming = Incoming & { kind: 'known' };
interface Applied {
  readonly incoming: KnownIncoming;
  readonly flags: readonly LogFlag[];
  readonly enters: boolean;
}
interface SetAside {
  readonly incoming: Incoming;
  readonly state: 'rejected' | 'held';
  readonly code: AsideCode;
}

/** One push under way: whose it is, and the transaction it runs in. */
export interface Work {
  readonly tx: ServerTx;
  readonly ports: ServerPorts;
  readonly sender: Sender;
  /** The operations are stored and were held: what is decided now changes their rows. */
  readonly isSettling?: boolean;
}

/** Everything one push needs while it decides: what the database says, kept up to date as operations of the batch change it. */
interface Desk {
  readonly subjects: Map<ExecutionId, Subject>;
  readonly access: Map<ExecutionId, 'in' | 'removed'>;
  readonly heldStarts: Set<ExecutionId>;
  /** Step ids of every version that the batch is about. */
  readonly steps: ReadonlyMap<ProcedureHash, ReadonlySet<string>>;
  readonly tips: Map<string, TipStanding>;
}

/**
 * Judges, folds, numbers and writes what is new of one push. Runs with the device and the subjects locked.
 * The counter is advanced last of all, because every writer of the organisation waits for it until commit.
 * @returns what was set aside
 */
export async function applyBatch(work: Work, todo: readonly Incoming[]): Promise<readonly OperationId[]> {
  if (todo.length === 0) return [];
  const whole = await tryBatch(work, todo);
  if (whole !== null) return whole;
  // The database refused some value that passed every check: one by one, so that only the operation that holds it is set aside.
  const aside: OperationId[] = [];
  for (const incoming of todo) {
    const alone = await tryBatch(work, [incoming]);
    if (alone === null) await writeRows(work, { applied: [], aside: [{ incoming, state: 'rejected', code: 'internal' }], desk: null });
    aside.push(...(alone ?? [incoming.envelope.id]));
  }
  return aside;
}

/** What was set aside of it; null where the database refused the data, and nothing of it was written. */
async function tryBatch(work: Work, todo: readonly Incoming[]): Promise<readonly OperationId[] | null> {
  let aside: readonly OperationId[] = [];
  const isWritten = await work.tx.attempt(async () => {
    const decision = await decide(work, todo);
    await writeRows(work, decision);
    aside = decision.aside.map(({ incoming }) => incoming.envelope.id);
  });
  return isWritten ? aside : null;
}

/** Nothing of an act of the office is set aside: all of it is applied, or none of it and the first reason is told. */
export type ActOutcome = { readonly kind: 'applied' } | { readonly kind: 'refused'; readonly code: AsideCode };

/** Judges and writes operations that the office made itself. Runs with the subjects locked, inside the transaction of the act. */
export async function applyAct(work: Work, todo: readonly Incoming[]): Promise<ActOutcome> {
  const decision = await decide(work, todo);
  const [refused] = decision.aside;
  if (refused !== undefined) return { kind: 'refused', code: refused.code };
  await writeRows(work, decision);
  return { kind: 'applied' };
}

/**
 * Judges again what was held. What still has to wait is left as it is, so that looking again changes nothing: no number, no row.
 * Answers how many were settled, one way or the other.
 */
export async function settleHeld(work: Work, held: readonly Incoming[]): Promise<number> {
  const { applied, aside, desk } = await decide(work, held);
  const rejected = aside.filter(({ state }) => state === 'rejected');
  if (applied.length + rejected.length > 0) await writeRows({ ...work, isSettling: true }, { applied, aside: rejected, desk });
  return applied.length + rejected.length;
}

async function decide(work: Work, todo: readonly Incoming[]): Promise<Decision> {
  const desk = await openDesk(work, todo);
  const applied: Applied[] = [];
  const aside: SetAside[] = [];
  for (const incoming of todo) {
    const judgement = await judgeOne(work, desk, incoming);
    if (incoming.kind === 'known' && judgement.state === 'applied') {
      applied.push({ incoming, ...judgement });
      noteOnDesk(desk, incoming.operation, { ...judgement, sender: work.sender.user });
    } else if (judgement.state !== 'applied') {
      aside.push({ incoming, ...judgement });
      if (judgement.state === 'held' && incoming.envelope.k === 'start') desk.heldStarts.add(executionOf(incoming));
    }
  }
  return { applied, aside, desk };
}

// An execution's id is an operation's `x` read as what the kind says it is.
const executionOf = ({ envelope }: Incoming): ExecutionId => envelope.x as string as ExecutionId;

async function openDesk({ tx, sender }: Work, todo: readonly Incoming[]): Promise<Desk> {
  const ids = [...new Set(todo.map(executionOf))];
  const tips = todo.filter(({ envelope }) => subjectKindOf(envelope) === 'tip').map(({ envelope }) => envelope.x);
  const subjects = new Map(await tx.subjects(ids));
  return {
    subjects,
    steps: await tx.steps([...new Set([...[...subjects.values()].map(({ procedure }) => procedure), ...todo.flatMap(versionOf)])]),
    access: new Map(await tx.access(sender.user, ids)),
    heldStarts: new Set(await tx.heldStarts(ids)),
    tips: tips.length === 0 ? new Map() : new Map(await tx.tips(tips)),
  };
}

/** The version that a run is begun with. */
const versionOf = (incoming: Incoming): ProcedureHash[] =>
  incoming.kind === 'known' && isBeginning(incoming.operation) ? [incoming.operation.p.procedure] : [];

const isBeginning = (operation: Operation) => operation.k === 'start' || operation.k === 'plan';

async function judgeOne({ tx, sender }: Work, desk: Desk, incoming: Incoming): Promise<Judgement> {
  if (incoming.kind !== 'known') return { state: incoming.kind, code: incoming.code };
  const { operation } = incoming;
  if (isAboutTip(operation)) return judgeTip(operation, sender, desk.tips.get(operation.x) ?? null);
  const x = executionOf(incoming);
  const subject = desk.subjects.get(x) ?? null;
  const start = isBeginning(operation) ? operation.p : null;
  const site = subject?.site ?? start?.site ?? null;
  const version = subject?.procedure ?? start?.procedure ?? null;
  const standing: Standing = {
    subject,
    access: desk.access.get(x) ?? 'none',
    startHeld: desk.heldStarts.has(x),
    steps: version === null ? null : (desk.steps.get(version) ?? null),
    site: start !== null && site !== null ? await tx.maySite(sender, site) : 'none',
  };
  return judge(operation, sender, standing);
}

/** What later operations of the same batch must see of this one. */
function noteOnDesk(desk: Desk, operation: Operation, { enters, sender }: { enters: boolean; sender: Sender['user'] }): void {
  if (operation.k === 'tip') {
    const known = desk.tips.get(operation.x) ?? { author: sender, isPublished: false, isArchived: false };
    desk.tips.set(operation.x, { ...known, state: operation.p.submit ? 'submitted' : 'draft' });
  }
  // The id of a `start`'s subject is the id of the execution that it makes.
  const x = operation.x as string as ExecutionId;
  if (enters || joining(operation).includes(sender)) desk.access.set(x, 'in');
  if (leaving(operation).includes(sender)) desk.access.set(x, 'removed');
  const subject = desk.subjects.get(x);
  if (isBeginning(operation) && subject === undefined) {
    const { procedure, site, asset } = operation.p;
    desk.subjects.set(x, { x, procedure, site, asset: asset ?? null, status: operation.k === 'start' ? 'in_progress' : 'planned', head: 0 });
  } else if (subject !== undefined) desk.subjects.set(x, { ...subject, status: statusAfter(operation, subject) });
}

const joining = (operation: Operation): readonly Sender['user'][] => (operation.k === 'plan' || operation.k === 'assign' ? operation.p.users : []);
const leaving = (operation: Operation): readonly Sender['user'][] => (operation.k === 'unassign' ? operation.p.users : []);

/** Where each person stands after the batch: the last word counts. */
function crewChanges(applied: readonly Applied[], first: number, sender: Sender['user']): Pick<Batch, 'entered' | 'left'> {
  const entered = new Map<string, Batch['entered'][number]>();
  const left = new Map<string, Batch['left'][number]>();
  applied.forEach(({ incoming, enters }, at) => {
    const x = executionOf(incoming);
    for (const user of [...(enters ? [sender] : []), ...joining(incoming.operation)]) {
      left.delete(`${x} ${user}`);
      entered.set(`${x} ${user}`, { x, user, addedSeq: first + at });
    }
    for (const user of leaving(incoming.operation)) {
      entered.delete(`${x} ${user}`);
      left.set(`${x} ${user}`, { x, user, removedSeq: first + at });
    }
  });
  return { entered: [...entered.values()], left: [...left.values()] };
}

function statusAfter(operation: Operation, subject: Subject): Subject['status'] {
  switch (operation.k) {
    case 'start':
      return subject.status === 'planned' ? 'in_progress' : subject.status;
    case 'complete':
      return 'completed';
    case 'reopen':
      return 'in_progress';
    case 'review':
      return operation.p.outcome === 'approve' ? 'approved' : 'in_progress';
    case 'cancel':
      return 'cancelled';
    default:
      return subject.status;
  }
}

interface Decision {
  readonly applied: readonly Applied[];
  readonly aside: readonly SetAside[];
  readonly desk: Desk | null;
}

async function writeRows({ tx, ports, sender, isSettling = false }: Work, { applied, aside, desk }: Decision): Promise<void> {
  const states = await loadStates(tx, applied);
  // Also when everything was set aside: whatever is acknowledged moves the counter, or a restore that loses it could not be proved.
  const head = await tx.advance(Math.max(applied.length, 1), ports.mark());
  const first = head - applied.length + 1;
  applied.forEach(({ incoming: { operation } }, at) => fold(states, operation, { by: sender.user, seq: first + at }));
  const flags: readonly LogFlag[] = sender.handedInBy === undefined ? [] : ['imported'];
  const batch: Batch = {
    operations: [
      ...applied.map((one, at) => appliedRow({ ...one, flags: [...one.flags, ...flags] }, { seq: first + at, serverAt: ports.now() })),
      ...aside.map((one) => asideRow(one, ports.now())),
    ],
    states: [...states.values()],
    subjects: desk === null ? [] : touchedSubjects(desk, applied, first),
    ...crewChanges(applied, first, sender.user),
    tips: applied.flatMap(({ incoming: { operation } }, at) => tipOf(operation, first + at)),
    photos: applied.flatMap(({ incoming }) => photoOf(incoming)),
  };
  await (isSettling ? tx.settle(sender, batch) : tx.write(sender, batch));
}

const keyOf = (x: string, s: string) => `${x} ${s}`;

async function loadStates(tx: ServerTx, applied: readonly Applied[]): Promise<Map<string, StepState>> {
  const keys = new Map<string, { x: ExecutionId; s: string }>();
  for (const { incoming } of applied) {
    const s = registerOf(incoming.envelope);
    if (s !== null) keys.set(keyOf(incoming.envelope.x, s), { x: executionOf(incoming), s });
  }
  const known = keys.size === 0 ? [] : await tx.states([...keys.values()]);
  const states = new Map([...keys].map(([key, { x, s }]) => [key, emptyState(x, s)]));
  for (const state of known) states.set(keyOf(state.x, state.s), state);
  return states;
}

function fold(states: Map<string, StepState>, operation: Operation, at: { by: Sender['user']; seq: number }): void {
  const s = registerOf(operation);
  const key = s === null ? null : keyOf(operation.x, s);
  const state = key === null ? undefined : states.get(key);
  if (key !== null && state !== undefined) states.set(key, advanceState(state, operation, at));
}

function touchedSubjects(desk: Desk, applied: readonly Applied[], first: number): Subject[] {
  const heads = new Map(applied.map(({ incoming }, at) => [executionOf(incoming), first + at]));
  return [...heads].flatMap(([x, head]) => {
    const subject = desk.subjects.get(x);
    return subject === undefined ? [] : [{ ...subject, head }];
  });
}

const tipOf = (operation: Operation, seq: number): { operation: TipOperation; seq: number }[] => (isAboutTip(operation) ? [{ operation, seq }] : []);

function photoOf({ operation }: KnownIncoming): Batch['photos'] {
  if (operation.k !== 'photo' && operation.k !== 'tip.photo') return [];
  return [{ sha: operation.p.sha, x: operation.x as string as ExecutionId, size: operation.p.size, operation: operation.id }];
}

function appliedRow({ incoming, flags }: Applied, { seq, serverAt }: { seq: number; serverAt: number }): OperationRow {
  const { i, envelope, raw } = incoming;
  return { id: envelope.id, i, state: 'applied', seq, code: null, envelope, raw, serverAt, flags };
}

function asideRow({ incoming: { i, envelope, raw, kind }, state, code }: SetAside, serverAt: number): OperationRow {
  return {
    id: envelope.id,
    i,
    state,
    seq: null,
    code,
    envelope: kind === 'rejected' || code === 'internal' ? null : envelope,
    raw,
    serverAt,
    flags: [],
  };
}
