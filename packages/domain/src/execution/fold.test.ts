import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OperationId, operationIdSchema, userIdSchema } from '../ids.ts';
import type { Envelope } from '../operation/index.ts';
import { type ExecutionState, foldExecution } from './fold.ts';
import type { LogEntry } from './log.ts';

const id = (n: number): OperationId => operationIdSchema.parse(`00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);
const ANA = userIdSchema.parse(id(1001));
const BEN = userIdSchema.parse(id(1002));
const X = id(9000);
const hash = 'ab'.repeat(32);

interface Given {
  readonly k: string;
  readonly s?: string;
  readonly b?: readonly number[];
  readonly p?: Record<string, unknown>;
  readonly seq?: number | null;
  readonly w?: number;
  readonly by?: typeof ANA;
}
const entry = (n: number, { k, s, b = [], p = {}, seq = n, w = n * 1000, by = ANA }: Given): LogEntry => ({
  operation: { i: n, id: id(n), k, v: 1, x: X, ...(s === undefined ? {} : { s }), b: b.map(id), p, w, z: 60, o: 0, n: 1 } satisfies Envelope,
  seq,
  actor: by,
  serverAt: seq === null ? null : n * 1000,
  flags: [],
});
const answer = (value: string, outcome = 'pass') => ({ kind: 'measurement', response: { value }, verdict: { outcome } });
const start = entry(1, { k: 'start', p: { procedure: hash, site: id(7), roles: ['technician'] } });
const shownAt = (state: ExecutionState, s: string) => state.registers.get(s)?.effective?.operation.id;

test('a correction that names the first reading replaces it; the first stays in the history', () => {
  const state = foldExecution([start, entry(2, { k: 'step', s: 'a', p: answer('5') }), entry(3, { k: 'step', s: 'a', b: [2], p: answer('6') })]);
  expect(state.registers.get('a')?.heads.map(({ operation }) => operation.id)).toEqual([id(3)]);
  expect(state.history).toHaveLength(3);
});

test('two colleagues who did not see each other are both kept, the worse outcome is shown, and it is a conflict', () => {
  const state = foldExecution([
    start,
    entry(2, { k: 'step', s: 'a', p: answer('5', 'fail') }),
    entry(3, { k: 'step', s: 'a', p: answer('6'), by: BEN }),
  ]);
  expect(state.registers.get('a')?.heads).toHaveLength(2);
  expect(state.registers.get('a')?.isConflict).toBe(true);
  expect(shownAt(state, 'a')).toBe(id(2));
});

test('two readings that agree are both kept and are no conflict', () => {
  const state = foldExecution([start, entry(2, { k: 'step', s: 'a', p: answer('5.0') }), entry(3, { k: 'step', s: 'a', p: answer('5') })]);
  expect(state.registers.get('a')?.isConflict).toBe(false);
});

test('an operation that arrives after the one that replaced it does not come back', () => {
  const state = foldExecution([start, entry(3, { k: 'step', s: 'a', b: [2], p: answer('6') }), entry(4, { k: 'step', s: 'a', p: answer('7') })]);
  const late = foldExecution([...state.history, { ...entry(2, { k: 'step', s: 'a', p: answer('5') }), seq: 9 }]);
  expect(late.registers.get('a')?.heads.map(({ operation }) => operation.id)).toEqual([id(3), id(4)]);
});

test('an answer of a newer app is opaque: the step is not empty and the record says so', () => {
  const state = foldExecution([start, entry(2, { k: 'torque_of_next_year', s: 'a', p: { newer: true } })]);
  expect(state.registers.get('a')?.heads).toHaveLength(1);
  expect(state.opaque.map(({ operation }) => operation.id)).toEqual([id(2)]);
});

test('a removed photo is hidden, not gone; the overlay of the later mark is the one shown', () => {
  const photo = { sha: hash, size: 10, mime: 'image/jpeg', width: 4, height: 3, taken: 1 };
  const mark = (x: number) => ({ photo: id(2), marks: [{ shape: 'circle', from: [x, 0], to: [1, 1] }] });
  const state = foldExecution([
    start,
    entry(2, { k: 'photo', s: 'a', p: photo }),
    entry(3, { k: 'photo.mark', p: mark(0.1) }),
    entry(4, { k: 'photo.mark', p: mark(0.2) }),
    entry(5, { k: 'photo.remove', p: { photo: id(2) } }),
  ]);
  expect(state.photos[0]?.marks[0]?.from[0]).toBe(0.2);
  expect(state.photos[0]?.removedBy?.operation.id).toBe(id(5));
});

test('what is still on the phone follows in the order of its outbox; two of one number (one was set aside before a new identity) keep one order', () => {
  const unsent = (n: number, i: number) => {
    const { operation, ...rest } = entry(n, { k: 'comment', p: { text: 'x' }, seq: null });
    return { ...rest, operation: { ...operation, i } };
  };
  const entries = [start, unsent(9, 2), unsent(4, 3), unsent(7, 5), unsent(6, 5)];
  const order = (given: readonly LogEntry[]) => foldExecution(given).history.map(({ operation }) => operation.id);
  expect(order(entries)).toEqual([1, 9, 4, 6, 7].map(id));
  expect(order(entries.toReversed())).toEqual(order(entries));
});

test('work that arrives after the completion is named', () => {
  const state = foldExecution([start, entry(2, { k: 'complete' }), entry(3, { k: 'step', s: 'a', p: answer('5'), by: BEN })]);
  expect(state.status).toBe('completed');
  expect(state.changedAfterCompletion.map(({ operation }) => operation.id)).toEqual([id(3)]);
});

test.each([
  [[], 'in_progress'],
  [[entry(2, { k: 'suspend', p: { reason: 'rain' } })], 'suspended'],
  [[entry(2, { k: 'cancel', p: { reason: 'x' } })], 'cancelled'],
  [[entry(2, { k: 'cancel', p: { reason: 'x' } }), entry(3, { k: 'complete' })], 'completed'],
  [[entry(2, { k: 'complete' }), entry(3, { k: 'review', b: [2], p: { outcome: 'approve', seen: 2 } })], 'approved'],
  [[entry(2, { k: 'complete' }), entry(3, { k: 'review', b: [2], p: { outcome: 'return', seen: 2 } })], 'returned'],
  [
    [
      entry(2, { k: 'complete' }),
      entry(3, { k: 'review', b: [2], p: { outcome: 'approve', seen: 2 } }),
      entry(4, { k: 'reopen', b: [2], p: { reason: 'x' } }),
    ],
    'in_progress',
  ],
] as const)('life %#: %s', (entries, status) => {
  expect(foldExecution([start, ...entries]).status).toBe(status);
});

test('a run says who parked it and why for as long as it stands still', () => {
  const parked = entry(2, { k: 'suspend', p: { reason: 'Orage' } });
  expect(foldExecution([start, parked]).suspended).toMatchObject({ p: { reason: 'Orage' }, entry: parked });
  expect(foldExecution([start, parked, entry(3, { k: 'resume', b: [2] })]).suspended).toBeNull();
  expect(foldExecution([start, parked, entry(3, { k: 'cancel', p: { reason: 'x' } })]).suspended).toBeNull();
});

/** Logs in which every operation may name any earlier one of its address, as phones that saw different things write them. */
const logs = fc
  .array(
    fc.record({
      k: fc.constantFrom('step', 'clear', 'skip', 'comment', 'complete', 'reopen', 'suspend', 'resume'),
      s: fc.constantFrom('a', 'b/1'),
      sees: fc.nat(7),
      skew: fc.integer({ min: -5, max: 5 }),
      value: fc.nat(3),
      sent: fc.boolean(),
    }),
    {
      maxLength: 14,
    },
  )
  .map((rows) =>
    rows.map(({ k, s, sees, skew, value, sent }, at): LogEntry => {
      const isAddressed = k === 'step' || k === 'clear' || k === 'skip';
      const payloads: Record<string, Record<string, unknown>> = {
        step: answer(String(value), value === 0 ? 'fail' : 'pass'),
        skip: { reason: 'x' },
        comment: { text: 'x' },
        reopen: { reason: 'x' },
        suspend: { reason: 'x' },
      };
      const seen = [...rows.keys()]
        .filter((n) => n < at && rows[n]?.k !== 'comment' && rows[n]?.s === s && (sees >> (n % 3)) % 2 === 1)
        .map((n) => n + 2);
      return entry(at + 2, {
        k,
        ...(isAddressed ? { s } : {}),
        b: seen,
        p: payloads[k] ?? {},
        seq: sent ? at + 2 : null,
        w: 1_000_000 + skew * 100_000,
      });
    }),
  );
const summary = (state: ExecutionState) => ({
  ...state,
  registers: [...state.registers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([s, { heads, effective, isConflict }]) => [s, heads.map(({ operation }) => operation.id).sort(), effective?.operation.id, isConflict]),
  history: state.history.map(({ operation }) => operation.id),
});

test('in any order and however often each entry is given, the state is the same', () => {
  fc.assert(
    fc.property(
      logs.chain((log) =>
        fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2, maxLength: log.length * 2 })),
      ),
      ([log, shuffled]) => {
        expect(summary(foldExecution(shuffled))).toEqual(summary(foldExecution(log)));
      },
    ),
    { numRuns: 300 },
  );
});

test('no recorded value disappears: it is a head of its address or another operation names it', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const state = foldExecution(log);
      const named = new Set(log.flatMap(({ operation }) => operation.b ?? []));
      for (const { operation } of log.filter(({ operation: { k } }) => k === 'step'))
        expect(named.has(operation.id) || state.registers.get(operation.s ?? '')?.heads.some((head) => head.operation.id === operation.id)).toBe(
          true,
        );
    }),
  );
});
