import { type DeviceId, deviceIdSchema, executionIdSchema, LIMITS, operationIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { type ExchangeRequestWire, exchangeAnswerSchema, exchangeRequestSchema, type OkAnswer } from '../src/messages/exchange.ts';
import { exchange, type Sender, UnreadableBatch } from '../src/server/index.ts';
import { ORGANISATIONS, PEOPLE, PLAN, senderOf } from '../src/simulator/cast.ts';
import { MemoryServer, POISON } from '../src/simulator/memory-server.ts';
import { copyOrganisation, emptyOrganisation, logOf } from '../src/simulator/organisation-data.ts';
import { createWorld } from '../src/simulator/world.ts';
import { settle } from './settle.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const first = <T>(list: readonly T[], at = 0): T => {
  const found = list[at];
  if (found === undefined) throw new Error('nobody there');
  return found;
};
const org = first(ORGANISATIONS);
const [ana, ben] = [first(PEOPLE), first(PEOPLE, 1)];
const X = executionIdSchema.parse(uuid(50));
const device = (n: number): DeviceId => deviceIdSchema.parse(uuid(900 + n));

/** A server with one organisation, and phones that are nothing but requests. */
function service() {
  const world = createWorld(3, settle);
  const server = new MemoryServer(world, PLAN);
  server.organisations.set(org, emptyOrganisation('first'));
  let marks = 0;
  const ports = { store: server, seal: { sign: (text: string) => `s${text.length}` }, now: () => 1_000, mark: () => `m${++marks}` };
  const raw = async (person: Sender, request: Partial<ExchangeRequestWire>) => {
    const whole = exchangeRequestSchema.parse({ proto: 1, user: person.user, dev: device(1), nonce: 'n', ...request });
    const answer = exchange(ports, person, whole).then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    await settle();
    await world.run();
    return (await answer)();
  };
  const send = async (person: Sender, request: Partial<ExchangeRequestWire>) =>
    exchangeAnswerSchema.parse(JSON.parse(JSON.stringify(await raw(person, request))));
  const ok = async (person: Sender, request: Partial<ExchangeRequestWire>): Promise<OkAnswer> => {
    const answer = await send(person, request);
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    return answer;
  };
  return { server, raw, send, ok, data: () => server.data(org) };
}

const operation = (i: number, more: Record<string, unknown> = {}) => ({
  i,
  id: uuid(i),
  k: 'comment',
  v: 1,
  x: X,
  p: { text: 'seen' },
  w: 1,
  z: 0,
  o: 0,
  n: 1,
  ...more,
});
const start = operation(1, { k: 'start', p: { procedure: PLAN.procedure, site: PLAN.openSite, roles: ['technician'] } });
const technician = senderOf(ana);
const colleague = senderOf(ben);

test('an ad hoc start makes the execution and puts its author on it, in the same exchange', async () => {
  const { ok } = service();
  const answer = await ok(technician, { ops: [start, operation(2)] });
  expect(answer.ack).toEqual({ i: 2, id: uuid(2) });
  expect(answer.full.map(({ x, ops }) => [x, ops.length])).toEqual([[X, 2]]);
});

test('a start that cannot be applied is held with all that follows it, also in later exchanges', async () => {
  const { ok } = service();
  const unknown = { ...start, p: { ...start.p, procedure: 'cd'.repeat(32) } };
  const before = await ok(technician, { ops: [unknown, operation(2)] });
  const second = await ok(technician, { ops: [operation(3)], cur: before.cur ?? null });
  expect([...before.aside, ...second.aside].map(({ state, code }) => [state, code])).toEqual([
    ['held', 'unknown_procedure'],
    ['held', 'follows_held'],
    ['held', 'follows_held'],
  ]);
});

test('what waited goes before what comes next of the same work, and both before what is signed after them', async () => {
  const { ok, data } = service();
  const early = [operation(1), operation(2)];
  expect((await ok(technician, { ops: early })).aside.map(({ code }) => code)).toEqual(['unknown_execution', 'unknown_execution']);
  const begun = operation(1, { id: uuid(71), k: 'start', p: start.p });
  await ok(colleague, { dev: device(2), ops: [begun] });
  data().scope.set(`${technician.user} ${X}`, { user: technician.user, x: X, added: data().seq, removed: null });
  const answer = await ok(technician, { ack: { i: 2, id: operationIdSchema.parse(uuid(2)) }, ops: [operation(3, { k: 'complete', b: [], p: {} })] });
  expect(answer.aside).toEqual([]);
  expect(logOf(data()).map(({ id, f }) => [id, f])).toEqual([uuid(71), uuid(1), uuid(2), uuid(3)].map((id) => [id, undefined]));
});

test('inside of one batch nothing overtakes what waits for the beginning that follows it', async () => {
  const { ok, data } = service();
  const answer = await ok(technician, { ops: [operation(1), operation(2, { k: 'start', p: start.p }), operation(3)] });
  expect(answer.aside).toEqual([]);
  expect(logOf(data()).map(({ id }) => id)).toEqual([uuid(2), uuid(1), uuid(3)]);
});

test('also where the database refuses one of a batch, what waited goes before what comes next', async () => {
  const { ok, data } = service();
  await ok(technician, { ops: [operation(1), operation(2)] });
  const ops = [operation(3, { k: 'start', p: start.p }), operation(4, { p: { text: POISON } }), operation(5)];
  const answer = await ok(technician, { ack: { i: 2, id: operationIdSchema.parse(uuid(2)) }, ops });
  expect(answer.aside.map(({ id, code }) => [id, code])).toEqual([[uuid(4), 'internal']]);
  expect(logOf(data()).map(({ id }) => id)).toEqual([3, 1, 2, 5].map(uuid));
});

test('of what is held a phone may ask what became of it, also of work that is no longer its person’s; a colleague is told nothing', async () => {
  const { ok, data } = service();
  const { cur = null } = await ok(technician, {
    ops: [operation(1), operation(2, { s: 'gone', k: 'step', b: [], p: { kind: 'text', response: { text: 'x' } } })],
  });
  const held = [1, 2].map((n) => operationIdSchema.parse(uuid(n)));
  const ack = { i: 2, id: held[1] ?? null };
  expect(await ok(technician, { ack, held, cur })).toMatchObject({ applied: [], aside: [] });
  await ok(colleague, { dev: device(2), ops: [operation(1, { id: uuid(71), k: 'start', p: start.p })] });
  data().scope.set(`${technician.user} ${X}`, { user: technician.user, x: X, added: 0, removed: data().seq });
  await ok(technician, { ack, ops: [operation(3)] });
  const asked = { ack: { i: 3, id: operationIdSchema.parse(uuid(3)) }, held, cur };
  expect(await ok(technician, asked)).toMatchObject({ applied: [held[0]], aside: [{ id: held[1], state: 'rejected', code: 'unknown_step' }] });
  expect(await ok(colleague, { dev: device(2), held })).toMatchObject({ applied: [], aside: [] });
});

const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], []);

test('one bad operation of each kind is set aside with its reason, and the rest is applied', async () => {
  const { ok, data } = service();
  const bad = [
    operation(3, { s: 'gone', k: 'step', p: { kind: 'text', response: { text: 'x' } } }),
    operation(4, { x: uuid(77) }),
    operation(5, { p: { text: '' } }),
    operation(6, { p: { text: 'cut \ud83d' } }),
    operation(7, { p: { text: 'nul \u0000' } }),
    operation(8, { k: 'torque_of_next_year', p: {} }),
    operation(9, { p: { text: POISON } }),
    operation(10, { k: 'review', p: { outcome: 'approve', seen: 1 } }),
    operation(11, { p: { text: 'x'.repeat(LIMITS.operationBytes) } }),
    operation(12, { p: { deep: nested(5000) } }),
  ];
  const answer = await ok(technician, { ops: [start, operation(2), ...bad, operation(13)] });
  expect(answer.ack.i).toBe(13);
  expect(answer.aside.map(({ code }) => code)).toEqual([
    'unknown_step',
    'unknown_execution',
    'schema',
    'schema',
    'schema',
    'newer_kind',
    'internal',
    'not_yours',
    'too_large',
    'schema',
  ]);
  expect(
    data()
      .operations.filter(({ state }) => state === 'applied')
      .map(({ i }) => i),
  ).toEqual([1, 2, 13]);
});

test('the same batch twice is applied once, and answered the same', async () => {
  const { ok, data } = service();
  const once = await ok(technician, { ops: [start, operation(2)] });
  const second = await ok(technician, { ops: [start, operation(2)] });
  expect(second.ack).toEqual(once.ack);
  expect(data().operations).toHaveLength(2);
});

test('another person may not use the device, the outbox or the execution', async () => {
  const { send, ok } = service();
  await ok(technician, { ops: [start] });
  expect((await send(colleague, { ops: [operation(2)] })).kind).toBe('fork');
  expect((await send(colleague, { user: technician.user })).kind).toBe('wrong_user');
  const answer = await ok(colleague, { dev: device(2), ops: [operation(1, { id: uuid(30) })] });
  expect(answer.aside[0]?.code).toBe('not_yours');
  expect(answer.full).toEqual([]);
});

test('a number used for other work is a fork; a number from the future is a gap', async () => {
  const { send, ok } = service();
  await ok(technician, { ops: [start, operation(2)] });
  expect((await send(technician, { ops: [operation(2, { id: uuid(60) })] })).kind).toBe('fork');
  expect((await send(technician, { ops: [operation(5)] })).kind).toBe('gap');
});

test('an operation without id, or counters that do not follow, is unreadable', async () => {
  const { send } = service();
  await expect(send(technician, { ops: [{ ...start, id: 'x' }] })).rejects.toBeInstanceOf(UnreadableBatch);
  await expect(send(technician, { ops: [start, operation(3)] })).rejects.toBeInstanceOf(UnreadableBatch);
});

test('a restored server is noticed by the token of the acknowledgement alone, and by the cursor alone', async () => {
  for (const token of ['seen', 'cur'] as const) {
    const { server, send, ok, data } = service();
    const before = copyOrganisation(data());
    const answer = await ok(technician, { ops: [start, operation(2)] });
    server.organisations.set(org, before);
    const next = await send(technician, { inc: answer.inc, [token]: answer[token] ?? null });
    expect(next.kind).toBe('incarnation');
    expect(next.kind === 'incarnation' && next.ack.i).toBe(0);
  }
});

test('a restore that loses only what was set aside is noticed too', async () => {
  const { server, send, ok, data } = service();
  const before = copyOrganisation(data());
  const answer = await ok(technician, { ops: [operation(1)] });
  expect(answer.aside).toHaveLength(1);
  server.organisations.set(org, before);
  expect((await send(technician, { inc: answer.inc, seen: answer.seen ?? null })).kind).toBe('incarnation');
});

test('a forged or foreign token changes nothing', async () => {
  const { ok, data } = service();
  const { inc } = await ok(technician, { ops: [start] });
  for (const token of ['99.m1.forged', '99', '', 'x.y.z', '99.m1.s30']) await ok(technician, { inc, seen: token, cur: token });
  expect(data().incarnation).toBe('first');
});

test('two colleagues who measure the same step without seeing each other are both heads', async () => {
  const { ok, data } = service();
  const step = (i: number, id: number, value: string) =>
    operation(i, { id: uuid(id), k: 'step', s: 'a', p: { kind: 'measurement', response: { value } } });
  await ok(technician, { ops: [start, step(2, 2, '5')] });
  await ok(colleague, { dev: device(2), ops: [{ ...start, id: uuid(40) }, step(2, 41, '6')] });
  const state = [...data().states.values()].find(({ s }) => s === 'a');
  expect(state?.register.heads).toHaveLength(2);
  expect(state?.conflict).toBe(true);
});

test('a person who may only deliver is told what was stored and nothing else', async () => {
  const { ok } = service();
  const answer = await ok({ ...technician, deliverOnly: true }, { ops: [start, operation(2)] });
  expect(answer.ack.i).toBe(2);
  expect([answer.full, answer.ops, answer.refs, answer.cur]).toEqual([[], [], [], undefined]);
});

test('a restore is proved by what the refusal of an older past said, and to who may only deliver as to everybody', async () => {
  const { ok, send, server, data } = service();
  const backup = copyOrganisation(data());
  const deliverer = { ...technician, deliverOnly: true };
  const { ack, inc } = await ok(technician, { ops: [start, operation(2)] });
  const refused = await send(technician, { inc: 'of another past', ack });
  if (refused.kind !== 'incarnation') throw new Error(refused.kind);
  const { seen } = await ok(deliverer, { inc, ack });
  expect([refused.ack, refused.seen]).toEqual([ack, seen]);
  // Put back under the same name: nothing but the proof tells.
  server.organisations.set(org, copyOrganisation(backup));
  expect(await send(deliverer, { inc, ack, seen: seen ?? null })).toMatchObject({ kind: 'incarnation' });
});

test('who pulls from the beginning is told what waits of theirs', async () => {
  const { ok } = service();
  const { cur } = await ok(technician, { ops: [operation(1)] });
  const ack = { i: 1, id: operationIdSchema.parse(uuid(1)) };
  expect((await ok(technician, { ack })).aside).toEqual([{ id: uuid(1), state: 'held', code: 'unknown_execution' }]);
  expect((await ok(technician, { ack, cur: cur ?? null })).aside).toEqual([]);
  expect((await ok(colleague, { dev: device(2) })).aside).toEqual([]);
});

test('nothing new is said in under 300 bytes', async () => {
  const { raw, ok } = service();
  const { ack, cur, seen, inc } = await ok(technician, { ops: [start] });
  const answer = await raw(technician, { nonce: 'a'.repeat(18), inc, ack, cur: cur ?? null, seen: seen ?? null });
  expect(JSON.stringify({ result: { data: answer } }).length).toBeLessThan(300);
});
