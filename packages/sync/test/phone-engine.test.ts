import {
  type ExecutionId,
  executionIdSchema,
  type OperationId,
  operationIdSchema,
  organisationIdSchema,
  type UserId,
  userIdSchema,
} from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { type ExchangeAnswer, type ExchangeRequestWire, type OkAnswer, positionSchema, START } from '../src/messages/exchange.ts';
import { openPhone } from '../src/phone/engine.ts';
import type { TransportResult } from '../src/phone/ports.ts';
import { Unrecordable } from '../src/phone/record.ts';
import { type Drive, emptyCacheDisk, emptyOutboxDisk, memoryCache, memoryOutbox } from '../src/simulator/memory-phone.ts';
import { createWorld } from '../src/simulator/world.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const x = executionIdSchema.parse(uuid(1));
const owner = { org: organisationIdSchema.parse(uuid(2)), user: userIdSchema.parse(uuid(3)) };
const drive = <D>(disk: D): Drive<D> => ({ disk, turn: Promise.resolve() });
const step = (value: string, b: OperationId[] = []) => ({ draft: { k: 'step', x, s: 'a', b, p: { kind: 'text', response: { text: value } } } });

type Script = (request: ExchangeRequestWire) => TransportResult;
const ok = (request: ExchangeRequestWire, more: Partial<OkAnswer> = {}): TransportResult => ({
  kind: 'answer',
  answer: { kind: 'ok', proto: 1, nonce: request.nonce, now: 5_000, inc: 'one', ack: lastOf(request), ...lists, ...more },
});
const lists = { aside: [], applied: [], drop: [], full: [], ops: [], refs: [], procs: [], blobs: [], more: false };
const lastOf = ({ ops, ack }: ExchangeRequestWire) => {
  const last = ops?.at(-1) as { i: number; id: OperationId } | undefined;
  return positionSchema.parse(last === undefined ? (ack ?? START) : { i: last.i, id: last.id });
};

const idsOf = ({ ops = [] }: ExchangeRequestWire) => ops.map((operation) => (operation as { id: OperationId }).id);

/** @param ahead by how much the device's clock is wrong, ms */
async function phone(script: Script, ahead = () => 0) {
  const world = createWorld(1, () => new Promise((resolve) => setImmediate(resolve)));
  const machine = { world, isAlive: () => true, breaks: () => false };
  const [outbox, cache] = [drive(emptyOutboxDisk()), drive(emptyCacheDisk())];
  const requests: ExchangeRequestWire[] = [];
  const exchange = async (request: ExchangeRequestWire) => {
    requests.push(request);
    return script(request);
  };
  /** Runs virtual time until the promise is settled. */
  const through = async <T>(work: Promise<T>): Promise<T> => {
    const outcome = work.then(
      (value) => () => value,
      (error: unknown) => () => Promise.reject(error),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await world.run();
    return (await outcome)() as T;
  };
  const ports = {
    owner,
    outbox: memoryOutbox(outbox, machine),
    cache: memoryCache(cache, machine),
    transport: { exchange },
    build: 'test',
    session: 1,
  };
  const clock = { now: () => world.now() + ahead(), zone: () => 60, monotonic: world.now };
  return { ...(await through(openPhone({ ...ports, clock, random: { bytes: world.bytes } }))), through, requests, outbox, cache };
}

test('a correction typed before the first tap was durable replaces it', async () => {
  const { record, through, outbox } = await phone(() => ({ kind: 'unknown', retryAfterMs: null }));
  const [first, second] = [record([step('5')]), record([step('6')])];
  await through(Promise.all([first, second]));
  const [one, two] = [...outbox.disk.ops.values()];
  expect(two?.b).toEqual([one?.id]);
});

test('what could never be stored is refused at once and nothing is written', async () => {
  const { record, through, outbox } = await phone(() => ({ kind: 'unknown', retryAfterMs: null }));
  await expect(through(record([step('é'.repeat(9_000))]))).rejects.toBeInstanceOf(Unrecordable);
  await expect(through(record([step('cut \ud83d')]))).rejects.toBeInstanceOf(Unrecordable);
  expect(outbox.disk.ops.size).toBe(0);
});

test('a lost answer is harmless: the same operation goes again under the same number and id', async () => {
  let lost = true;
  const { record, exchange, through, requests, outbox } = await phone((request) => (lost ? { kind: 'unknown', retryAfterMs: null } : ok(request)));
  await through(record([step('5')]));
  expect((await through(exchange())).kind).toBe('unknown');
  lost = false;
  await through(exchange());
  expect(requests[1]?.ops).toEqual(requests[0]?.ops);
  expect(outbox.disk.meta?.acked.i).toBe(1);
});

test('a clock that jumps by years makes a phone forget nothing', async () => {
  let ahead = 0;
  const { record, exchange, through, outbox } = await phone(ok, () => ahead);
  for (const value of ['5', '6']) await through(record([step(value)]));
  await through(exchange());
  ahead = 10 * 365 * 86_400_000;
  await through(exchange());
  expect(outbox.disk.meta?.acked.i).toBe(2);
  expect([...outbox.disk.ops.keys()]).toEqual([1, 2]);
});

test('an answer with somebody else’s nonce says nothing', async () => {
  const { record, exchange, through, outbox } = await phone((request) => ok({ ...request, nonce: 'portal' }));
  await through(record([step('5')]));
  expect((await through(exchange())).kind).toBe('unknown');
  expect(outbox.disk.meta?.acked.i).toBe(0);
});

test.each(['signed_out', 'blocked'] as const)('%s pauses the sender and keeps every operation', async (kind) => {
  const { record, exchange, through, outbox } = await phone(() => ({ kind }));
  await through(record([step('5'), step('6')]));
  expect((await through(exchange())).kind).toBe(kind);
  expect(outbox.disk.ops.size).toBe(2);
});

test('a batch that is too large is halved until it passes, and everything arrives in order', async () => {
  const sizes: number[] = [];
  const { record, exchange, through, outbox } = await phone((request) => {
    sizes.push(request.ops?.length ?? 0);
    return (request.ops?.length ?? 0) > 3 ? { kind: 'too_large' } : ok(request);
  });
  await through(record(Array.from({ length: 8 }, (_, n) => step(String(n)))));
  for (let turn = 0; turn < 8; turn++) await through(exchange());
  expect(sizes.slice(0, 3)).toEqual([8, 4, 2]);
  expect(outbox.disk.meta?.acked.i).toBe(8);
});

test('one operation the server cannot even read is set aside with its content, and the rest goes on with the same ids', async () => {
  const { record, exchange, through, outbox } = await phone((request) => {
    const isBad = request.ops?.some((operation) => JSON.stringify(operation).includes('bad'));
    return isBad ? { kind: 'unreadable' } : ok(request);
  });
  const recorded = await through(record([step('1'), step('bad'), step('3')]));
  for (let turn = 0; turn < 10; turn++) await through(exchange());
  expect([...outbox.disk.asides.values()].map(({ operation }) => operation.id)).toEqual([recorded[1]?.id]);
  expect(outbox.disk.meta?.acked.id).toBe(recorded[2]?.id);
});

test('of what is held it asks what became of it: applied it needs nobody, refused for good it needs a person', async () => {
  const { record, exchange, through, outbox, requests } = await phone((request) => {
    const [applied, refused] = (request.held ?? []).map((id) => operationIdSchema.parse(id));
    if (applied !== undefined && refused !== undefined)
      return ok(request, { applied: [applied], aside: [{ id: refused, state: 'rejected', code: 'unknown_step' }] });
    return ok(request, { aside: idsOf(request).map((id) => ({ id, state: 'held', code: 'unknown_execution' })) });
  });
  const recorded = await through(record([step('1'), step('2')]));
  await through(exchange());
  expect([...outbox.disk.asides.values()].map(({ state }) => state)).toEqual(['held', 'held']);
  await through(exchange());
  expect(requests.at(-1)?.held).toEqual(recorded.map(({ id }) => id));
  expect([...outbox.disk.asides.values()]).toMatchObject([{ operation: { id: recorded[1]?.id }, state: 'rejected', code: 'unknown_step' }]);
  await through(exchange());
  expect(requests.at(-1)?.held).toBeUndefined();
});

test('after the server’s past changed, the old view stays on screen until the new one is whole', async () => {
  const row = (q: number) => ({
    q,
    a: owner.user,
    t: 1,
    id: executionIdSchema.parse(uuid(100 + q)) as string as OperationId,
    k: 'comment',
    v: 1,
    x: x as string as OperationId,
    p: { text: 'x' },
    w: 1,
    z: 0,
    o: 0,
    n: 1,
  });
  const answers: ((request: ExchangeRequestWire) => ExchangeAnswer)[] = [
    (request) => ({
      kind: 'ok',
      proto: 1,
      nonce: request.nonce,
      now: 1,
      inc: 'one',
      ack: { i: 0, id: null },
      ...lists,
      full: [{ x, ops: [row(1), row(2)] }],
      cur: 'c2',
      seen: 'c2',
    }),
    (request) => ({ kind: 'incarnation', proto: 1, nonce: request.nonce, now: 1, inc: 'two', ack: { i: 0, id: null } }),
    (request) => ({
      kind: 'ok',
      proto: 1,
      nonce: request.nonce,
      now: 1,
      inc: 'two',
      ack: { i: 0, id: null },
      ...lists,
      full: [{ x, ops: [row(1)] }],
      more: true,
      cur: 'd1',
      seen: 'd1',
    }),
    (request) => ({ kind: 'ok', proto: 1, nonce: request.nonce, now: 1, inc: 'two', ack: { i: 0, id: null }, ...lists, cur: 'd2' }),
  ];
  const { exchange, localLog, through, requests } = await phone((request) => ({
    kind: 'answer',
    answer: (answers.shift() as (r: ExchangeRequestWire) => ExchangeAnswer)(request),
  }));
  const shown = async () => (await through(localLog(x))).length;
  await through(exchange());
  expect(await shown()).toBe(2);
  await through(exchange());
  await through(exchange());
  expect(await shown()).toBe(2);
  await through(exchange());
  expect(await shown()).toBe(1);
  expect(requests.map(({ cur }) => cur)).toEqual([undefined, 'c2', undefined, 'd1']);
});

test('an execution that left the scope stays while it holds work that was not acknowledged, and goes afterwards', async () => {
  const row = {
    q: 1,
    a: owner.user,
    t: 1,
    id: uuid(101) as OperationId,
    k: 'plan',
    v: 1,
    x: x as string as OperationId,
    p: { text: 'x' },
    w: 1,
    z: 0,
    o: 0,
    n: 1,
  };
  const answers: Script[] = [
    (request) => ok(request, { full: [{ x, ops: [row] }], cur: 'c1' }),
    (request) => ok(request, { ack: { i: 0, id: null }, drop: [x], cur: 'c2' }),
    (request) => ok(request),
    (request) => ok(request, { full: [{ x, ops: [row] }], cur: 'c3' }),
  ];
  const { record, exchange, localLog, through, cache } = await phone((request) => (answers.shift() as Script)(request));
  await through(exchange());
  await through(record([step('5')]));
  await through(exchange());
  expect(await through(localLog(x))).toHaveLength(2);
  expect(cache.disk.meta?.left).toEqual([]);
  await through(exchange());
  expect((await through(localLog(x))).map(({ seq }) => seq)).toEqual([null]);
  // Its person is told what it was; and no more once it is theirs again.
  expect(cache.disk.meta?.left).toEqual([{ x, at: expect.any(Number), begun: row, isSeen: false }]);
  await through(exchange());
  expect(cache.disk.meta?.left).toEqual([]);
});

test('changes count only where they continue from the cursor held: of two tabs that asked from the same place, the second changes nothing', async () => {
  const cursors = ['c2', 'c1'];
  const { exchange, through, requests, cache } = await phone((request) => ok(request, { cur: cursors.shift() ?? 'c9' }));
  const [first, second] = await through(Promise.all([exchange(), exchange()]));
  expect(requests.map(({ cur }) => cur)).toEqual([undefined, undefined]);
  expect([first.kind, second.kind]).toEqual(['idle', 'stale']);
  // Taken back to c1, the next answer would bring what is here already; taken ahead, it would step over what is not.
  expect(cache.disk.meta?.cursor).toBe('c2');
});

describe('a restore that forgot who was given the work', () => {
  const work = (n: number) => executionIdSchema.parse(uuid(n));
  const [mine, begun, done, others] = [work(1), work(2), work(3), work(4)] as const;
  const colleague = userIdSchema.parse(uuid(9));
  const row = (q: number, of: ExecutionId, { k, p = {}, a = colleague }: { k: string; p?: Record<string, unknown>; a?: UserId }) => ({
    ...{ q, a, t: 1, id: uuid(100 + q) as OperationId, k, v: 1, x: of as string as OperationId, p },
    ...{ w: 1, z: 0, o: 0, n: 1 },
  });
  const plan = (q: number, of: ExecutionId, ...users: UserId[]) =>
    row(q, of, { k: 'plan', p: { procedure: 'ab'.repeat(32), site: uuid(8), day: '2026-06-01', users } });
  const before = [
    { x: mine, ops: [plan(1, mine, owner.user)] },
    { x: begun, ops: [plan(2, begun, owner.user, colleague), row(3, begun, { k: 'start', p: { procedure: 'ab'.repeat(32), site: uuid(8) } })] },
    { x: done, ops: [plan(4, done, owner.user), row(5, done, { k: 'complete' })] },
    { x: others, ops: [plan(6, others, colleague)] },
  ];
  const restored =
    (inc: string): Script =>
    ({ nonce }) => ({ kind: 'answer', answer: { kind: 'incarnation', proto: 1, nonce, now: 1, inc, ack: { i: 0, id: null } } });
  const holding =
    (inc: string): Script =>
    (request) =>
      ok(request, { inc, cur: inc, aside: idsOf(request).map((id) => ({ id, state: 'held', code: 'not_yours' })) });

  /** A phone that was given work, recorded a step of what a colleague began, and then met a server that knows none of it. */
  async function afterRestore(...more: Script[]) {
    let days = 0;
    const answers: Script[] = [(request) => ok(request, { full: before, cur: 'c1' }), restored('two'), holding('two'), ...more];
    const last: { inc: string } = { inc: 'two' };
    const script: Script = (request) => {
      last.inc = request.inc ?? last.inc;
      return (answers.shift() ?? ((again) => ok(again, last)))(request);
    };
    const one = await phone(script, () => days * 86_400_000);
    await one.through(one.exchange());
    await one.through(one.record([{ draft: { ...step('5').draft, x: begun } }]));
    const turn = (times = 1) =>
      Array.from({ length: times }).reduce<Promise<unknown>>((done) => done.then(() => one.through(one.exchange())), Promise.resolve());
    await turn(2);
    const inSight = async (of: ExecutionId) => (await one.through(one.localLog(of))).map(({ seq }) => seq);
    const forgotten = () => one.cache.disk.meta?.forgotten?.map(({ x: of }) => of);
    const pass = (n: number) => {
      days = n;
    };
    return { turn, pass, inSight, forgotten, asides: () => [...one.outbox.disk.asides.values()] };
  }

  test('what its person is not done with stays in sight, with what they record; what is done, or is others’, goes', async () => {
    const { inSight, forgotten, asides } = await afterRestore();
    expect(forgotten()).toEqual([mine, begun]);
    expect(await inSight(mine)).toEqual([1]);
    expect(await inSight(begun)).toEqual([2, 3, null]);
    expect([...(await inSight(done)), ...(await inSight(others))]).toEqual([]);
    expect(asides().map(({ state }) => state)).toEqual(['held']);
  });

  test('given again, the server’s own rows take its place, and what was held asks for nobody', async () => {
    const { inSight, forgotten, turn, asides } = await afterRestore((request) => {
      const applied = asides().map(({ operation: { id } }) => ({ ...row(13, begun, { k: 'step', a: owner.user }), id }));
      return ok(request, { inc: 'two', full: [{ x: begun, ops: [plan(12, begun, owner.user), ...applied] }], cur: 'd2' });
    });
    await turn();
    expect(forgotten()).toEqual([mine]);
    expect(await inSight(begun)).toEqual([12, 13]);
    expect(asides()).toEqual([]);
  });

  test('a second restore changes nothing about it; after 15 days only what still waits is left', async () => {
    const { inSight, forgotten, turn, pass } = await afterRestore(restored('three'), holding('three'));
    await turn(2);
    expect(forgotten()).toEqual([mine, begun]);
    pass(14);
    await turn();
    expect(forgotten()).toEqual([mine, begun]);
    pass(16);
    await turn();
    expect(forgotten()).toEqual([begun]);
    expect([await inSight(mine), await inSight(begun)]).toEqual([[], [2, 3, null]]);
  });
});
