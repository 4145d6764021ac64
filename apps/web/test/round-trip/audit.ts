import { isDeepStrictEqual } from 'node:util';
import { readOrg } from '@heliograph/db';
import { type Envelope, type ExecutionId, type ExecutionState, foldExecution, LIFE, type LogEntry, type OperationId } from '@heliograph/domain';
import { entryOf, type LogRow } from '@heliograph/sync';
import type { Company } from './company.ts';
import type { PhoneAtRest } from './rest.ts';

type Plant = Company['own'];

/** The tables of one organisation, as they are. */
export async function readTables({ backend }: Company, { org }: Plant) {
  return readOrg(backend.db, { org }, async (tx) => ({
    operations: await tx.selectFrom('operation').selectAll().where('orgId', '=', org).orderBy('seq').execute(),
    states: await tx.selectFrom('stepState').selectAll().where('orgId', '=', org).execute(),
    executions: await tx.selectFrom('execution').selectAll().where('orgId', '=', org).execute(),
    scope: await tx.selectFrom('scope').selectAll().where('orgId', '=', org).where('removedSeq', 'is', null).execute(),
    photos: await tx.selectFrom('photo').selectAll().where('orgId', '=', org).execute(),
    uses: await tx.selectFrom('photoUse').selectAll().where('orgId', '=', org).execute(),
  }));
}
export type Tables = Awaited<ReturnType<typeof readTables>>;

/** Everything as it is at the end, and where to say what is wrong with it: with the invariant of sync.md 3.20 that it breaks. */
export interface Audit {
  readonly company: Company;
  readonly own: Tables;
  readonly foreign: Tables;
  complain(invariant: string, what: string): void;
}

export const tablesOf = ({ own, foreign, company }: Audit, { person }: Pick<PhoneAtRest, 'person'>): Tables =>
  person.plant === company.own ? own : foreign;

/** I1, I2, I7: every tick is stored once, as it was made, by who made it; and nothing else is. */
export function checkStored({ company: { recorded, forged }, own, foreign, complain }: Audit): void {
  const isForged = ({ orgId, opId }: Tables['operations'][number]): boolean =>
    forged.has(`${orgId} ${opId}`) && recorded.get(opId)?.person.plant.org !== orgId;
  const rows = [...own.operations, ...foreign.operations].filter((row) => !isForged(row));
  const byId = Map.groupBy(rows, ({ opId }) => opId);
  for (const [id, { person, operation }] of recorded) {
    const found = byId.get(id) ?? [];
    const [row] = found;
    if (found.length > 1) complain('I2-once', `${id} is stored ${found.length} times`);
    if (row === undefined) complain('I1-durability', `${id} (${operation.k}) was ticked and is nowhere on the server`);
    if (row === undefined) continue;
    const isTheirs = row.actorId === person.sender.user && row.orgId === person.plant.org;
    if (!isTheirs) complain('I7-author', `${id} of ${person.name} is stored as ${row.actorId}`);
    const stored: Envelope | null = row.envelope ?? (row.raw === null ? null : JSON.parse(row.raw));
    if (!isSame(stored, operation)) complain('I1-content', `${id} is stored as ${JSON.stringify(stored)}, not ${JSON.stringify(operation)}`);
  }
  for (const id of byId.keys()) if (!recorded.has(id)) complain('I1-invented', `${id} is stored and was never ticked`);
}

/** The counter alone may differ: it means something only inside one outbox. */
const isSame = (stored: Envelope | null, made: Envelope): boolean => isEqual({ ...stored, i: 0 }, { ...made, i: 0 });

/** As JSON, whatever made the objects. */
const isEqual = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * I4: work of one person on one phone is applied in the order of its ticks, while no past was copied or lost: all that was applied when it came, and
 * what belongs to one execution also where some of it had to wait for its beginning, or for its author to be let in.
 */
export function checkOrder({ company: { recorded, isPastMixed }, own, complain }: Audit): void {
  if (isPastMixed) return;
  const last = new Map<string, number>();
  const begun = new Map<string, number>();
  let newest = 0;
  for (const { opId, seq, serverAt, kind, executionId } of own.operations) {
    const tick = recorded.get(opId);
    if (seq === null || tick === undefined) continue;
    const { i } = tick.operation;
    const outbox = `${tick.handset.number} ${tick.person.name}`;
    const work = `${outbox} ${executionId}`;
    if (kind === 'start') begun.set(work, i);
    // It came before what stands in front of it, or was recorded before its own beginning.
    const hasWaited = serverAt < newest || (begun.get(work) ?? 0) > i;
    newest = Math.max(newest, serverAt);
    for (const line of [...(hasWaited ? [] : [outbox]), work]) {
      if ((last.get(line) ?? 0) > i) complain('I4-order', `${opId} (${kind}) came after a later one of ${line}`);
      // What was recorded before the beginning of its work cannot come before it.
      if (line === outbox || kind !== 'start') last.set(line, i);
    }
  }
}

const logOf = ({ operations }: Tables, x: ExecutionId): LogRow[] =>
  operations.flatMap(({ executionId, envelope, seq, actorId, serverAt, flags }) => {
    if (executionId !== x || envelope === null || seq === null) return [];
    const { i: _i, ...told } = envelope;
    return [{ ...told, q: seq, a: actorId, t: serverAt, ...(flags.length === 0 ? {} : { f: flags }) }];
  });

/** I3, I5: the server's folded rows say what its log says, in whatever order it is read. */
export function checkFolds(audit: Audit): void {
  for (const tables of [audit.own, audit.foreign]) for (const row of tables.executions) checkFold(audit, tables, row);
}

function checkFold({ company, complain }: Audit, tables: Tables, { executionId: x, status }: Tables['executions'][number]): void {
  const log = logOf(tables, x).map(entryOf);
  const folded = foldExecution(log);
  if (!isEqual(digest(folded), digest(foldExecution(log.toReversed())))) complain('I3-fold', `${x} folds differently in another order`);
  const rows = new Map(tables.states.filter(({ executionId }) => executionId === x).map((row) => [row.stepKey, row]));
  if (!isEqual([...rows.keys()].sort(), [...folded.registers.keys()].sort())) complain('I3-fold', `${x} has rows of ${[...rows.keys()]}`);
  for (const [s, { heads, effective, isConflict }] of folded.registers) {
    const row = rows.get(s);
    const [want, got] = [
      [idsOf(heads), effective?.operation.id ?? null, isConflict],
      [row?.heads.map(({ id }) => id).sort(), row?.effective, row?.conflict],
    ];
    if (!isEqual(got, want)) complain('I3-fold', `${x} ${s}: the row says ${JSON.stringify(got)}, the log ${JSON.stringify(want)}`);
  }
  // While several stand, the row tells of the last to arrive.
  const isOne = (folded.registers.get(LIFE)?.heads.length ?? 0) < 2 && !company.isPastMixed;
  if (isOne && status !== COARSE[folded.status]) complain('I3-status', `${x} is ${status} in its row and ${folded.status} in its log`);
}

/** The row counts a pause and a return as work under way. */
const COARSE = {
  ...{ planned: 'planned', in_progress: 'in_progress', suspended: 'in_progress', returned: 'in_progress' },
  ...{ completed: 'completed', approved: 'approved', cancelled: 'cancelled' },
} as const;

const idsOf = (entries: readonly LogEntry[]): OperationId[] => entries.map(({ operation }) => operation.id).sort();

/** All that two readers of one log must agree on. */
const digest = (state: ExecutionState) => ({
  status: state.status,
  start: state.start?.id,
  registers: [...state.registers].map(([s, { heads, effective, isConflict }]) => [s, idsOf(heads), effective?.operation.id, isConflict]).sort(),
  photos: state.photos.map(({ id, removedBy }) => [id, removedBy?.operation.id]).sort(),
  comments: state.comments.map(({ id, p }) => [id, p.text]).sort(),
  crew: state.crew.toSorted(),
  after: idsOf(state.changedAfterCompletion),
  history: state.history.map(({ operation, seq, actor, serverAt, flags }) => [operation.id, seq, actor, serverAt, flags]),
});

/** I3, I6: a phone at rest holds what its person is on, row for row, and nothing else; its screens show what the server's log says. */
export function checkPhone(audit: Audit, phone: PhoneAtRest): void {
  const { person, handset, logs, forgotten, own, shown } = phone;
  const { user } = person.sender;
  const tables = tablesOf(audit, phone);
  const inside = tables.scope.filter(({ userId }) => userId === user).map(({ executionId }) => executionId);
  const want = new Map(inside.map((x) => [x, logOf(tables, x)]));
  for (const x of new Set([...logs.keys(), ...want.keys()])) {
    const held = logs.get(x) ?? [];
    const told = want.get(x) ?? (forgotten.has(x) ? held : []);
    const where = `${person.name} on phone ${handset.number}, ${x}`;
    if (!isEqual(held, told)) audit.complain('I3-replica', `${where}: ${held.length} rows of ${told.length}`);
    // Held work goes on folding on the phone that holds it.
    const unshown = own.filter((operation) => operation.x === (x as string) && !told.some(({ id }) => id === operation.id));
    const entries = [...told.map(entryOf), ...unshown.map((operation) => ({ operation, seq: null, actor: user, serverAt: null, flags: [] }))];
    const screen = shown.get(x);
    const isTrue = screen !== undefined && isEqual(digest(screen), digest(foldExecution(entries)));
    if (!isTrue) audit.complain('I3-screen', `${where}: the screen shows something else than the log`);
  }
}

/**
 * What the server did not apply is in "needs attention" on the phone that recorded it, with its code, and nothing else is. Not asked where
 * pasts are mixed: what one of them refused, another may have taken.
 */
export function checkAsides(audit: Audit, phone: PhoneAtRest): void {
  if (audit.company.isPastMixed) return;
  const ids = new Set(phone.kept.map(({ id }) => id));
  const refused = tablesOf(audit, phone).operations.filter(({ opId, seq }) => seq === null && ids.has(opId));
  const want = refused.map(({ opId, state, code }) => [opId, state, code]).sort();
  const got = phone.asides.map(({ operation, state, code }) => [operation.id, state, code]).sort();
  const who = `${phone.person.name} on phone ${phone.handset.number}`;
  if (!isEqual(got, want)) audit.complain('I1-aside', `${who} sees ${JSON.stringify(got)} set aside, the server has ${JSON.stringify(want)}`);
}
