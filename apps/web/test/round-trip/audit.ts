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

/** Collects what is wrong, with the invariant of sync.md 3.20 that it breaks. */
export type Complain = (invariant: string, what: string) => void;

/** I1, I2, I7: every tick is stored once, as it was made, by who made it; and nothing else is. */
export function checkStored({ recorded }: Company, { own, foreign }: { own: Tables; foreign: Tables }, complain: Complain): void {
  const rows = [...own.operations, ...foreign.operations];
  const byId = new Map<OperationId, typeof rows>();
  for (const row of rows) byId.set(row.opId, [...(byId.get(row.opId) ?? []), row]);
  for (const [id, { person, operation }] of recorded) {
    const found = byId.get(id) ?? [];
    const [row] = found;
    if (row === undefined) complain('I1-durability', `${id} (${operation.k}) was ticked and is nowhere on the server`);
    if (found.length > 1) complain('I2-once', `${id} is stored ${found.length} times`);
    if (row === undefined) continue;
    if (row.actorId !== person.sender.user || row.orgId !== person.plant.org)
      complain('I7-author', `${id} of ${person.name} is stored as ${row.actorId}`);
    const stored: Envelope | null = row.envelope ?? (row.raw === null ? null : JSON.parse(row.raw));
    if (stored === null || !isSame(stored, operation))
      complain('I1-content', `${id} is stored as ${JSON.stringify(stored)}, not ${JSON.stringify(operation)}`);
  }
  for (const id of byId.keys()) if (!recorded.has(id)) complain('I1-invented', `${id} is stored and was never ticked`);
}

/** The counter alone may differ: it means something only inside one outbox. */
const isSame = ({ i: _i, ...stored }: Envelope, { i: _j, ...made }: Envelope): boolean => isEqual(stored, made);

/** As JSON, whatever made the objects. */
const isEqual = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** I4: work of one person on one phone is applied in the order of its ticks, while no past was copied or lost. */
export function checkOrder({ recorded, isPastMixed }: Company, { operations }: Tables, complain: Complain): void {
  if (isPastMixed) return;
  const last = new Map<string, number>();
  for (const { opId, seq } of operations) {
    const tick = recorded.get(opId);
    if (seq === null || tick === undefined) continue;
    const outbox = `${tick.handset.number} ${tick.person.name}`;
    if ((last.get(outbox) ?? 0) > tick.operation.i) complain('I4-order', `${opId} came after a later one of ${outbox}`);
    last.set(outbox, tick.operation.i);
  }
}

export const logOf = ({ operations }: Tables, x: ExecutionId): LogRow[] =>
  operations.flatMap(({ executionId, envelope, seq, actorId, serverAt, flags }) => {
    if (executionId !== x || envelope === null || seq === null) return [];
    const { i: _i, ...told } = envelope;
    return [{ ...told, q: seq, a: actorId, t: serverAt, ...(flags.length === 0 ? {} : { f: flags }) }];
  });

/** I3, I5: the server's folded rows say what its log says, in whatever order it is read. */
export function checkFolds({ isPastMixed }: Company, tables: Tables, complain: Complain): void {
  for (const { executionId, status } of tables.executions) {
    const log = logOf(tables, executionId).map(entryOf);
    const [forwards, backwards] = [foldExecution(log), foldExecution(log.toReversed())];
    if (!isEqual(digest(forwards), digest(backwards))) complain('I3-fold', `${executionId} folds differently in another order`);
    const rows = new Map(tables.states.filter((row) => row.executionId === executionId).map((row) => [row.stepKey, row]));
    const [said, folded] = [[...rows.keys()].sort(), [...forwards.registers.keys()].sort()];
    if (!isEqual(said, folded)) complain('I3-fold', `${executionId} has rows of ${said}, its log writes ${folded}`);
    for (const [s, { heads, effective, isConflict }] of forwards.registers) {
      const row = rows.get(s);
      const want = [idsOf(heads), effective?.operation.id ?? null, isConflict];
      const got = [row?.heads.map(({ id }) => id).sort(), row?.effective, row?.conflict];
      if (!isEqual(got, want)) complain('I3-fold', `${executionId} ${s}: the row says ${JSON.stringify(got)}, the log ${JSON.stringify(want)}`);
    }
    // While several stand, the row tells of the last to arrive.
    const isOne = (forwards.registers.get(LIFE)?.heads.length ?? 0) < 2 && !isPastMixed;
    if (isOne && status !== COARSE[forwards.status])
      complain('I3-status', `${executionId} is ${status} in its row and ${forwards.status} in its log`);
  }
}

/** The row counts a pause and a return as work under way. */
const COARSE = {
  ...{ planned: 'planned', in_progress: 'in_progress', suspended: 'in_progress', returned: 'in_progress' },
  ...{ completed: 'completed', approved: 'approved', cancelled: 'cancelled' },
} as const;

const idsOf = (entries: readonly LogEntry[]): OperationId[] => entries.map(({ operation }) => operation.id).sort();

/** All that two readers of one log must agree on. */
export const digest = (state: ExecutionState) => ({
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
export function checkPhone({ person, handset, logs, own, shown }: PhoneAtRest, tables: Tables, complain: Complain): void {
  const who = `${person.name} on phone ${handset.number}`;
  const inside = tables.scope.filter(({ userId }) => userId === person.sender.user).map(({ executionId }) => executionId);
  const want = new Map(inside.map((x) => [x, logOf(tables, x)]));
  for (const x of new Set([...logs.keys(), ...want.keys()])) {
    const [held, told] = [logs.get(x) ?? [], want.get(x) ?? []];
    if (!isEqual(held, told)) complain('I3-replica', `${who} holds ${held.length} rows of ${x}, the server ${told.length}`);
    const screen = shown.get(x);
    // Held work goes on folding on the phone that holds it.
    const unshown = own.filter((operation) => operation.x === (x as string) && !told.some(({ id }) => id === operation.id));
    const entries = [
      ...told.map(entryOf),
      ...unshown.map((operation) => ({ operation, seq: null, actor: person.sender.user, serverAt: null, flags: [] })),
    ];
    if (screen === undefined || !isEqual(digest(screen), digest(foldExecution(entries)))) complain('I3-screen', `${who} does not see ${x} as it is`);
  }
}

/** What the server did not apply is in "needs attention" on the phone that recorded it, with its words, and nothing else is. */
export function checkAsides({ person, handset, kept, asides }: PhoneAtRest, { operations }: Tables, complain: Complain): void {
  const ids = new Set(kept.map(({ id }) => id));
  const want = operations.filter(({ opId, seq }) => seq === null && ids.has(opId)).map(({ opId, state, code }) => [opId, state, code]);
  const got = asides.map(({ operation, state, code }) => [operation.id, state, code]);
  if (!isEqual(got.sort(), want.sort()))
    complain('I1-aside', `${person.name} on phone ${handset.number} sees ${JSON.stringify(got)} set aside, the server has ${JSON.stringify(want)}`);
}
