import { operationIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { Unrecordable } from '../src/phone/record.ts';
import { idsOf, ok, phone, row, type Script, step, x } from './scripted-server.ts';

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

test('an execution that left the scope stays while it holds work that was not acknowledged, and goes afterwards', async () => {
  const plan = row(1, { k: 'plan' });
  const answers: Script[] = [
    (request) => ok(request, { full: [{ x, ops: [plan] }], cur: 'c1' }),
    (request) => ok(request, { ack: { i: 0, id: null }, drop: [x], cur: 'c2' }),
    (request) => ok(request),
    (request) => ok(request, { full: [{ x, ops: [plan] }], cur: 'c3' }),
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
  expect(cache.disk.meta?.left).toEqual([{ x, at: expect.any(Number), begun: plan, isSeen: false }]);
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
