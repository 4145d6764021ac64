import { type ExecutionId, executionIdSchema, type UserId, userIdSchema } from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { type ExchangeAnswer, type ExchangeRequestWire, positionSchema, START } from '../src/messages/exchange.ts';
import { idsOf, lists, ok, owner, phone, row, type Script, step, uuid, x } from './scripted-server.ts';

test('after the server’s past changed, the old view stays on screen until the new one is whole', async () => {
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

test('what a restored server says it holds has its proof beside it, should that server be put back once more', async () => {
  const answers: Script[] = [
    (request) => ok(request, { seen: '1.first.x' }),
    ({ nonce, ack = START }) => ({
      kind: 'answer',
      answer: { kind: 'incarnation', proto: 1, nonce, now: 6_000, inc: 'two', ack: positionSchema.parse(ack), seen: '9.second.y' },
    }),
  ];
  const { record, exchange, through, requests } = await phone((request) => answers.shift()?.(request) ?? ok(request, { inc: 'two' }));
  await through(record([step('1')]));
  for (let turn = 0; turn < 3; turn++) await through(exchange());
  expect(requests.map(({ inc, seen }) => [inc, seen])).toEqual([
    [undefined, undefined],
    ['one', '1.first.x'],
    ['two', '9.second.y'],
  ]);
});

test('what waits at the server stays in sight however long ago it was sent, and goes again to a server that forgot it', async () => {
  const day = 86_400_000;
  let now = 5_000;
  let inc = 'one';
  const { record, exchange, through, localLog, requests } = await phone((request) => {
    if (request.inc !== undefined && request.inc !== inc)
      return { kind: 'answer', answer: { kind: 'incarnation', proto: 1, nonce: request.nonce, now, inc, ack: START } };
    return ok(request, { now, inc, aside: idsOf(request).map((id) => ({ id, state: 'held', code: 'unknown_execution' })) });
  });
  const [held, later] = [await through(record([step('1'), step('2')])), step('3')];
  await through(exchange());
  now += 40 * day;
  await through(record([later]));
  for (let turn = 0; turn < 2; turn++) await through(exchange());
  expect((await through(localLog(x))).map(({ operation }) => operation.id)).toEqual(expect.arrayContaining(held.map(({ id }) => id)));
  inc = 'two';
  for (let turn = 0; turn < 2; turn++) await through(exchange());
  expect(requests.slice(-1).flatMap(idsOf)).toEqual(expect.arrayContaining(held.map(({ id }) => id)));
});

describe('a restore that forgot who was given the work', () => {
  const work = (n: number) => executionIdSchema.parse(uuid(n));
  const [mine, begun, done, others] = [work(1), work(2), work(3), work(4)] as const;
  const colleague = userIdSchema.parse(uuid(9));
  const theirs = (q: number, of: ExecutionId, wish: { k: string; p?: Record<string, unknown> }) => row(q, { of, a: colleague, p: {}, ...wish });
  const plan = (q: number, of: ExecutionId, ...users: UserId[]) =>
    theirs(q, of, { k: 'plan', p: { procedure: 'ab'.repeat(32), site: uuid(8), day: '2026-06-01', users } });
  const before = [
    { x: mine, ops: [plan(1, mine, owner.user)] },
    { x: begun, ops: [plan(2, begun, owner.user, colleague), theirs(3, begun, { k: 'start', p: { procedure: 'ab'.repeat(32), site: uuid(8) } })] },
    { x: done, ops: [plan(4, done, owner.user), theirs(5, done, { k: 'complete' })] },
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
      const result = (answers.shift() ?? ((again) => ok(again, last)))(request);
      return result.kind === 'answer' ? { ...result, answer: { ...result.answer, now: 5_000 + days * 86_400_000 } } : result;
    };
    // Its own clock was set right in between: it is the server's that counts.
    const one = await phone(script, () => -7_000 * days * 86_400_000);
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
      const applied = asides().map(({ operation: { id } }) => ({ ...row(13, { of: begun, k: 'step', p: {} }), id }));
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
