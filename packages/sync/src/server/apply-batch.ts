import {
  advanceState,
  type ExecutionId,
  emptyState,
  type LogFlag,
  type Operation,
  type OperationId,
  registerOf,
  type StepState,
} from '@heliograph/domain';
import type { AsideCode } from '../messages/exchange.ts';
import {
  type Applied,
  arrived,
  type Deciding,
  type Decision,
  type Desk,
  decide,
  executionOf,
  joining,
  type KnownIncoming,
  leaving,
  type SetAside,
  type Turn,
  type Work,
  waited,
  waitingBefore,
} from './decide.ts';
import { isAboutTip } from './judge.ts';
import type { Batch, OperationRow, Sender, ServerTx, Subject, TipOperation } from './ports.ts';
import type { Incoming } from './read-batch.ts';

/**
 * Judges, folds, numbers and writes what is new of one push. Runs with the device and the subjects locked.
 * What the person sent earlier and waits here of the same work goes first: nothing overtakes it, once it can be applied (I4).
 * The counter is advanced last of all, because every writer of the organisation waits for it until commit.
 * @returns what was set aside
 */
export async function applyBatch(work: Work, todo: readonly Incoming[]): Promise<readonly OperationId[]> {
  if (todo.length === 0) return [];
  const turns = todo.map(arrived);
  const whole = await tryBatch(work, turns, { isNext: true });
  if (whole !== null) return setAsideOf(whole);
  // The database refused some value that passed every check: one by one, so that only the operation that holds it is set aside.
  const aside: OperationId[] = [];
  for (const turn of turns) {
    await settleHeld(work, await waitingBefore(work, [executionOf(turn.incoming)]));
    const alone = await tryBatch(work, [turn]);
    if (alone === null) await writeRows(work, { applied: [], aside: [{ ...turn, state: 'rejected', code: 'internal' }], desk: null });
    aside.push(...(alone === null ? [turn.incoming.envelope.id] : setAsideOf(alone)));
  }
  return aside;
}

const setAsideOf = ({ aside }: Decision): OperationId[] => aside.filter(({ hasWaited }) => !hasWaited).map(({ incoming }) => incoming.envelope.id);

/** Null where the database refused the data, and nothing of it was written. */
async function tryBatch(work: Work, turns: readonly Turn[], options?: Deciding): Promise<Decision | null> {
  let decision: Decision | null = null;
  const isWritten = await work.tx.attempt(async () => {
    decision = await decide(work, turns, options);
    if (isAnything(decision)) await writeRows(work, decision);
  });
  return isWritten ? decision : null;
}

const isAnything = ({ applied, aside }: Decision): boolean => applied.length + aside.length > 0;

/** Nothing of an act of the office is set aside: all of it is applied, or none of it and the first reason is told. */
export type ActOutcome = { readonly kind: 'applied' } | { readonly kind: 'refused'; readonly code: AsideCode };

/** Judges and writes operations that the office made itself. Runs with the subjects locked, inside the transaction of the act. */
export async function applyAct(work: Work, todo: readonly Incoming[]): Promise<ActOutcome> {
  const decision = await decide(work, todo.map(arrived));
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
  if (held.length === 0) return 0;
  const turns = held.map(waited);
  const whole = await tryBatch(work, turns);
  if (whole !== null) return settledIn(whole);
  // One that the database refuses waits on, and keeps none of the others.
  let settled = 0;
  for (const turn of turns) settled += settledIn(await tryBatch(work, [turn]));
  return settled;
}

const settledIn = (decision: Decision | null): number => (decision === null ? 0 : decision.applied.length + decision.aside.length);

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

async function writeRows({ tx, ports, sender }: Work, { applied, aside, desk }: Decision): Promise<void> {
  const states = await loadStates(tx, applied);
  // Also when everything was set aside: whatever is acknowledged moves the counter, or a restore that loses it could not be proved.
  const head = await tx.advance(Math.max(applied.length, 1), ports.mark());
  const first = head - applied.length + 1;
  applied.forEach(({ incoming: { operation } }, at) => fold(states, operation, { by: sender.user, seq: first + at }));
  const isBrought = sender.handedInBy !== undefined;
  const rows = [
    ...applied.map((one, at) => ({ ...one, row: appliedRow(one, { seq: first + at, serverAt: ports.now(), isBrought }) })),
    ...aside.map((one) => ({ ...one, row: asideRow(one, ports.now()) })),
  ];
  const batch: Batch = {
    operations: rows.filter(({ hasWaited }) => !hasWaited).map(({ row }) => row),
    settled: rows.filter(({ hasWaited }) => hasWaited).map(({ row }) => row),
    states: [...states.values()],
    subjects: desk === null ? [] : touchedSubjects(desk, applied, first),
    ...crewChanges(applied, first, sender.user),
    tips: applied.flatMap(({ incoming: { operation } }, at) => tipOf(operation, first + at)),
    photos: applied.flatMap(({ incoming }) => photoOf(incoming)),
  };
  await tx.write(sender, batch);
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

interface Place {
  readonly seq: number;
  readonly serverAt: number;
  /** In a file, by somebody else. */
  readonly isBrought: boolean;
}

function appliedRow({ incoming, flags, hasWaited }: Applied, { seq, serverAt, isBrought }: Place): OperationRow {
  const { i, envelope, raw } = incoming;
  const all: readonly LogFlag[] = isBrought && !hasWaited ? [...flags, 'imported'] : flags;
  return { id: envelope.id, i, state: 'applied', seq, code: null, envelope, raw, serverAt, flags: all };
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
