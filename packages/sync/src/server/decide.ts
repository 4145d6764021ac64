import { type ExecutionId, type LogFlag, type Operation, type ProcedureHash, subjectKindOf, type TipStanding } from '@heliograph/domain';
import type { AsideCode } from '../messages/exchange.ts';
import { isAboutTip, type Judgement, judge, judgeTip, type Standing } from './judge.ts';
import type { HeldOperation, Sender, ServerPorts, ServerTx, Subject } from './ports.ts';
import { type Incoming, readOne } from './read-batch.ts';

export type KnownIncoming = Incoming & { kind: 'known' };
/** An operation to decide on: it has just come, or it came before and has waited here since. */
export interface Turn<I extends Incoming = Incoming> {
  readonly incoming: I;
  readonly hasWaited: boolean;
}
export interface Applied extends Turn<KnownIncoming> {
  readonly flags: readonly LogFlag[];
  readonly enters: boolean;
}
export interface SetAside extends Turn {
  readonly state: 'rejected' | 'held';
  readonly code: AsideCode;
}

/** One push under way: whose it is, and the transaction it runs in. */
export interface Work {
  readonly tx: ServerTx;
  readonly ports: ServerPorts;
  readonly sender: Sender;
}

/** Everything one push needs while it decides: what the database says, kept up to date as operations of the batch change it. */
export interface Desk {
  readonly subjects: Map<ExecutionId, Subject>;
  readonly access: Map<ExecutionId, 'in' | 'removed'>;
  readonly heldStarts: Set<ExecutionId>;
  /** Step ids of every version that the batch is about. */
  readonly steps: ReadonlyMap<ProcedureHash, ReadonlySet<string>>;
  readonly tips: Map<string, TipStanding>;
  /** What this person sent earlier and waits here. */
  readonly before: Map<ExecutionId, readonly Turn[]>;
}

export const arrived = (incoming: Incoming): Turn => ({ incoming, hasWaited: false });
export const waited = (incoming: Incoming): Turn => ({ incoming, hasWaited: true });

/** An operation as it came when it was held: this build may know what that one did not. */
export const incomingOf = ({ i, raw }: HeldOperation): Incoming => readOne({ ...JSON.parse(raw), i });

export interface Decision {
  readonly applied: readonly Applied[];
  readonly aside: readonly SetAside[];
  readonly desk: Desk | null;
}

export interface Deciding {
  /** These come next after what this person has sent: what waits of it goes before the first that is new of the same work. */
  readonly isNext?: boolean;
}

/**
 * What becomes of each operation, in their order. Those that wait are looked at again where their work is begun; what waited before and still has
 * to is not part of the answer.
 */
export async function decide(work: Work, turns: readonly Turn[], { isNext = false }: Deciding = {}): Promise<Decision> {
  const desk = await openDesk(work, turns, isNext);
  const applied: Applied[] = [];
  const rejected: SetAside[] = [];
  const waiting = new Map<ExecutionId, SetAside[]>();
  const take = async (turn: Turn): Promise<void> => {
    const { incoming } = turn;
    const x = executionOf(incoming);
    const judgement = await judgeOne(work, desk, incoming);
    if (incoming.kind === 'known' && judgement.state === 'applied') {
      applied.push({ ...turn, incoming, ...judgement });
      noteOnDesk(desk, incoming.operation, { ...judgement, sender: work.sender.user });
      if (isBeginning(incoming.operation)) await takeAll(waiting, x);
    } else if (judgement.state === 'rejected') rejected.push({ ...turn, ...judgement });
    else if (judgement.state === 'held') {
      if (incoming.envelope.k === 'start') desk.heldStarts.add(x);
      const others = waiting.get(x) ?? [];
      others.push({ ...turn, ...judgement });
      waiting.set(x, others);
    }
  };
  const takeAll = async (from: Map<ExecutionId, readonly Turn[]>, x: ExecutionId): Promise<void> => {
    const those = from.get(x) ?? [];
    from.delete(x);
    for (const turn of those) await take(turn);
  };
  for (const turn of turns) {
    await takeAll(desk.before, executionOf(turn.incoming));
    await take(turn);
  }
  const held = [...waiting.values()].flat().filter(({ hasWaited }) => !hasWaited);
  return { applied, aside: [...rejected, ...held], desk };
}

// An execution's id is an operation's `x` read as what the kind says it is.
export const executionOf = ({ envelope }: Incoming): ExecutionId => envelope.x as string as ExecutionId;

async function openDesk({ tx, sender }: Work, turns: readonly Turn[], isNext: boolean): Promise<Desk> {
  const ids = [...new Set(turns.map(({ incoming }) => executionOf(incoming)))];
  const tips = turns.filter(({ incoming }) => subjectKindOf(incoming.envelope) === 'tip').map(({ incoming }) => incoming.envelope.x);
  const waits = await tx.waitsOn(ids);
  const isAnyTheirs = isNext && waits.some(({ user }) => user === sender.user);
  const before = isAnyTheirs ? (await waitingBefore({ tx, sender }, ids)).map(waited) : [];
  const subjects = new Map(await tx.subjects(ids));
  const versions = [...[...subjects.values()].map(({ procedure }) => procedure), ...[...before, ...turns].flatMap(versionOf)];
  return {
    subjects,
    steps: await tx.steps([...new Set(versions)]),
    access: new Map(await tx.access(sender.user, ids)),
    heldStarts: new Set(waits.filter(({ isStart }) => isStart).map(({ x }) => x)),
    tips: tips.length === 0 ? new Map() : new Map(await tx.tips(tips)),
    before: Map.groupBy(before, ({ incoming }) => executionOf(incoming)),
  };
}

/** What this person sent about these subjects and waits here, in the order in which it came. */
export async function waitingBefore({ tx, sender }: Pick<Work, 'tx' | 'sender'>, ids: readonly ExecutionId[]): Promise<readonly Incoming[]> {
  return (await tx.held(sender.user, ids)).map(incomingOf);
}

/** The version that a run is begun with. */
const versionOf = ({ incoming }: Turn): ProcedureHash[] =>
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

export const joining = (operation: Operation): readonly Sender['user'][] =>
  operation.k === 'plan' || operation.k === 'assign' ? operation.p.users : [];
export const leaving = (operation: Operation): readonly Sender['user'][] => (operation.k === 'unassign' ? operation.p.users : []);

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
