import type { OperationId, UserId } from '../ids.ts';
import { type Envelope, type FieldRole, type Operation, type OperationKind, type Payload, type Reading, readOperation } from '../operation/index.ts';
import { effectiveHead, headOf, isConflict } from './head.ts';
import { type LifeStatus, lifeStatus } from './life.ts';
import { isLater, type LogEntry } from './log.ts';
import { addToRegister, CONDITIONS, emptyRegister, LIFE, PAUSE, PLAN, type Register, registerOf } from './register.ts';

/** A log entry with its payload as its kind types it. */
export interface Done<K extends OperationKind> {
  readonly entry: LogEntry;
  readonly id: OperationId;
  readonly by: UserId;
  readonly s: string | null;
  readonly p: Payload<K>;
}

/** The value of one address: what stands, what is shown, and whether people said different things. */
export interface RegisterView {
  readonly heads: readonly LogEntry[];
  readonly effective: LogEntry | null;
  readonly isConflict: boolean;
}

export interface PhotoEvidence extends Done<'photo'> {
  readonly marks: Payload<'photo.mark'>['marks'];
  readonly removedBy: LogEntry | null;
}

/** An execution as its operations say it is. Knows nothing of the procedure: see `assess` for what the answers mean. */
export interface ExecutionState {
  /** The earliest start; a second one only adds its author to the crew. */
  readonly start: Done<'start'> | null;
  /** What the office gave, as it stands; null for work that nobody planned. */
  readonly plan: Done<'plan'> | null;
  /** The people it is given to now. */
  readonly assigned: readonly UserId[];
  /** The people it was given to and then taken from, each with the office's last word on it. */
  readonly takenOff: ReadonlyMap<UserId, Done<'unassign'>>;
  readonly status: LifeStatus;
  /** Why it is withdrawn, while it is. */
  readonly cancelled: Done<'cancel'> | null;
  /** Who parked it and why, while it stands still. */
  readonly suspended: Done<'suspend'> | null;
  /** The note of the review that sent it back, while it is sent back. */
  readonly returned: Done<'review'> | null;
  readonly reviews: readonly Done<'review'>[];
  readonly registers: ReadonlyMap<string, RegisterView>;
  readonly photos: readonly PhotoEvidence[];
  readonly comments: readonly Done<'comment'>[];
  readonly signatures: readonly Done<'sign'>[];
  readonly items: readonly Done<'item'>[];
  readonly seconds: readonly Done<'second'>[];
  readonly waivers: readonly Done<'waive'>[];
  readonly releases: readonly Done<'release'>[];
  readonly conditions: Payload<'conditions'> | null;
  /** Field roles by person, as last declared. */
  readonly roles: ReadonlyMap<UserId, readonly FieldRole[]>;
  /** Everybody who started, was assigned or recorded here. */
  readonly crew: readonly UserId[];
  /** Recorded with a newer app: kept, shown as such, never counted as empty. */
  readonly opaque: readonly LogEntry[];
  /** Answers and photos that reached the log after the completion shown, or after its approval. */
  readonly changedAfterCompletion: readonly LogEntry[];
  /** Server order, then what only this phone holds in the order it was recorded. */
  readonly history: readonly LogEntry[];
}

/** Folds a log. The order of the entries does not matter, nor does it matter how often each is given. */
export function foldExecution(entries: readonly LogEntry[]): ExecutionState {
  const history = inOrder(entries);
  const { byKind, opaque } = sortByKind(history);
  const registers = foldRegisters(history);
  const starts = byKind('start');
  const life = registers.get(LIFE)?.heads ?? [];
  const pause = registers.get(PAUSE)?.effective ?? null;
  const status = lifeStatus(life, { isStarted: starts.length > 0, isPaused: pause?.operation.k === 'suspend' });
  const standing = <K extends OperationKind>(all: readonly Done<K>[]): Done<K> | null => all.findLast(({ entry }) => life.includes(entry)) ?? null;
  const plan = registers.get(PLAN)?.effective ?? null;
  return {
    start: starts.reduce<Done<'start'> | null>(
      (first, start) => (first !== null && isLater(start.entry.operation, first.entry.operation) ? first : start),
      null,
    ),
    plan: byKind('plan').find(({ entry }) => entry === plan) ?? null,
    ...foldAssigned(byKind),
    status,
    cancelled: status === 'cancelled' ? standing(byKind('cancel')) : null,
    suspended: status === 'suspended' ? (byKind('suspend').find(({ entry }) => entry === pause) ?? null) : null,
    returned: standing(byKind('review').filter(({ p }) => p.outcome === 'return')),
    reviews: byKind('review'),
    registers,
    photos: foldPhotos(byKind),
    comments: byKind('comment'),
    signatures: byKind('sign'),
    items: byKind('item'),
    seconds: byKind('second'),
    waivers: byKind('waive'),
    releases: byKind('release'),
    conditions: conditionsOf(registers.get(CONDITIONS)?.effective ?? null),
    roles: foldRoles(byKind),
    crew: [
      ...new Set([...history.filter(isPresent).map(({ actor }) => actor), ...[...byKind('plan'), ...byKind('assign')].flatMap(({ p }) => p.users)]),
    ],
    opaque,
    changedAfterCompletion: changedAfter(history, { status, life }),
    history,
  };
}

type ByKind = <K extends OperationKind>(kind: K) => readonly Done<K>[];

function inOrder(entries: readonly LogEntry[]): LogEntry[] {
  const byId = new Map<OperationId, LogEntry>();
  // The server's telling of an operation wins over the phone's own copy: it carries position, arrival and flags.
  for (const entry of entries) if (byId.get(entry.operation.id)?.seq == null) byId.set(entry.operation.id, entry);
  const place = ({ seq }: LogEntry) => seq ?? Number.POSITIVE_INFINITY;
  const before = (a: LogEntry, b: LogEntry) =>
    place(a) === place(b) ? a.operation.i - b.operation.i || (a.operation.id < b.operation.id ? -1 : 1) : place(a) - place(b);
  return [...byId.values()].sort(before);
}

function sortByKind(history: readonly LogEntry[]): { byKind: ByKind; opaque: LogEntry[] } {
  const kinds = new Map<string, Done<OperationKind>[]>();
  const opaque: LogEntry[] = [];
  for (const entry of history) {
    const reading = readOnce(entry.operation);
    if (reading.kind !== 'known') opaque.push(entry);
    else {
      const rows = kinds.get(reading.operation.k) ?? [];
      rows.push(done(entry, reading.operation));
      kinds.set(reading.operation.k, rows);
    }
  }
  // Rows were filed under the kind their payload was just parsed as.
  return { byKind: (kind) => (kinds.get(kind) ?? []) as readonly Done<typeof kind>[], opaque };
}

const done = (entry: LogEntry, { id, s, p }: Operation): Done<OperationKind> => ({ entry, id, by: entry.actor, s: s ?? null, p });

function foldRegisters(history: readonly LogEntry[]): Map<string, RegisterView> {
  const registers = new Map<string, Register<{ id: OperationId; entry: LogEntry }>>();
  for (const entry of history) {
    const { operation } = entry;
    // A newer kind at an address is an opaque value of it: the step is not empty, and nobody overwrites it unseen (H44).
    const s = registerOf(operation) ?? (isNewerAnswer(entry) ? (operation.s ?? null) : null);
    if (s !== null) registers.set(s, addToRegister(registers.get(s) ?? emptyRegister, { id: operation.id, entry }, operation.b));
  }
  return new Map([...registers].map(([s, register]) => [s, viewOf(register.heads.map(({ entry }) => entry))]));
}

const isNewerAnswer = ({ operation }: LogEntry): boolean => readOnce(operation).kind === 'newer';

/** Operations never change, and each tap folds its whole execution again: an operation is parsed once as long as somebody holds it. */
const readings = new WeakMap<Envelope, Reading>();

function readOnce(operation: Envelope): Reading {
  const known = readings.get(operation) ?? readOperation(operation);
  readings.set(operation, known);
  return known;
}

function viewOf(heads: readonly LogEntry[]): RegisterView {
  const summaries = heads.map(({ operation, actor }) => headOf(operation, actor));
  const effective = effectiveHead(summaries);
  return { heads, effective: heads.find(({ operation }) => operation.id === effective?.id) ?? null, isConflict: isConflict(summaries) };
}

function foldPhotos(byKind: ByKind): PhotoEvidence[] {
  const removals = new Map(byKind('photo.remove').map(({ p, entry }) => [p.photo, entry]));
  const overlays = new Map<OperationId, Done<'photo.mark'>>();
  for (const mark of byKind('photo.mark')) {
    const other = overlays.get(mark.p.photo);
    if (other === undefined || isLater(mark.entry.operation, other.entry.operation)) overlays.set(mark.p.photo, mark);
  }
  return byKind('photo').map((photo) => ({ ...photo, marks: overlays.get(photo.id)?.p.marks ?? [], removedBy: removals.get(photo.id) ?? null }));
}

function foldRoles(byKind: ByKind): Map<UserId, readonly FieldRole[]> {
  const declared = new Map<UserId, { operation: LogEntry['operation']; roles: readonly FieldRole[] }>();
  const declare = (user: UserId, { operation }: LogEntry, roles: readonly FieldRole[]) => {
    const other = declared.get(user);
    if (other === undefined || isLater(operation, other.operation)) declared.set(user, { operation, roles });
  };
  for (const { by, entry, p } of byKind('start')) declare(by, entry, p.roles);
  for (const { by, entry, p } of byKind('role')) declare(p.user ?? by, entry, p.roles);
  return new Map([...declared].map(([user, { roles }]) => [user, roles]));
}

/** Who gives work, reviews it or takes it back was not there for that. */
const isPresent = ({ operation }: LogEntry): boolean => !OFFICE.has(operation.k);
const OFFICE: ReadonlySet<string> = new Set<OperationKind>(['plan', 'assign', 'unassign', 'cancel', 'review']);

/** The office's own order: these are told to the server one after the other. */
function foldAssigned(byKind: ByKind): Pick<ExecutionState, 'assigned' | 'takenOff'> {
  const assigned = new Set<UserId>();
  const takenOff = new Map<UserId, Done<'unassign'>>();
  const given = [...byKind('plan'), ...byKind('assign')].map((done) => ({ done, users: done.p.users, isTaking: false as const }));
  const taken = byKind('unassign').map((done) => ({ done, users: done.p.users, isTaking: true as const }));
  for (const one of [...given, ...taken].sort((a, b) => orderOf(a.done) - orderOf(b.done)))
    for (const user of one.users) {
      if (one.isTaking && assigned.delete(user)) takenOff.set(user, one.done);
      if (one.isTaking) continue;
      assigned.add(user);
      takenOff.delete(user);
    }
  return { assigned: [...assigned], takenOff };
}

const orderOf = ({ entry: { seq } }: Done<OperationKind>): number => seq ?? Number.MAX_SAFE_INTEGER;

function conditionsOf(entry: LogEntry | null): Payload<'conditions'> | null {
  const reading = entry === null ? null : readOnce(entry.operation);
  return reading?.kind === 'known' && reading.operation.k === 'conditions' ? reading.operation.p : null;
}

const WORK: ReadonlySet<string> = new Set<OperationKind>(['step', 'clear', 'skip', 'refuse', 'photo', 'photo.remove', 'sign', 'item', 'conditions']);

/** Work that the completion did not know of, nor, once it is approved, the reviewer. */
function changedAfter(history: readonly LogEntry[], { status, life }: { status: LifeStatus; life: readonly LogEntry[] }): LogEntry[] {
  const closing = status === 'completed' ? 'complete' : status === 'approved' ? 'review' : null;
  const at = history.findIndex((entry) => entry.operation.k === closing && life.includes(entry));
  const isWork = (entry: LogEntry) => WORK.has(entry.operation.k) || (entry.operation.s !== undefined && isNewerAnswer(entry));
  return at < 0 ? [] : history.filter((entry, place) => place > at && isWork(entry));
}

/** Ids a signature or a completion is bound to: every head of every answer, sorted. Hash them joined by commas for `basis`. */
export function basisIds(state: ExecutionState): OperationId[] {
  const answers = [...state.registers].filter(([s]) => !s.startsWith('~')).flatMap(([, { heads }]) => heads.map(({ operation }) => operation.id));
  return [...answers, ...state.photos.map(({ id }) => id)].sort();
}
