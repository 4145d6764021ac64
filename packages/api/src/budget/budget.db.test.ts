import { gated, type ModelServer, startModelServer } from '@heliograph/ai/testing';
import { NANO } from '@heliograph/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import { type OpenModel, openModel } from '../provider/choices.ts';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';
import { monthAt, reserve, settle } from './budget.service.ts';
import { type MeteredPiece, meteredChat, meteredStructured } from './metered.ts';

let models: ModelServer;
let server: TestServer;
let desk: Desk;
let model: OpenModel;
let actor: Pick<Actor, 'org' | 'user'> & Actor;
beforeAll(async () => {
  models = await startModelServer();
});
afterAll(() => models.close());
beforeEach(async () => {
  models.reset();
  server = await testServer({ trusted: [models.origin] });
  desk = await deskOf(server, server.own.people.admin);
  // A thousandth of the currency a token, in and out.
  const price = { input: NANO / 1000, output: NANO / 1000 };
  const provider = { kind: 'other', name: 'X', baseUrl: models.baseUrl, apiVersion: null, isOn: true };
  const { id } = await desk.do('provider.save', {
    ...provider,
    models: [{ name: 'm', abilities: ['chat', 'json'], price, contextLength: 8000, isOn: true }],
  });
  model = await openModel(server.deps, server.own, { provider: id, model: 'm' });
  const { user, role } = server.own.people.technician;
  actor = { org: server.own.org, user, role, deliverOnly: false };
  return () => server.close();
});

const limit = async (settings: object) => desk.do('ai.update', { revision: (await desk.ask('ai.settings')).revision, ...settings });
const wish = (longestAnswer = 100) => ({ purpose: 'question', model: model.choice, inputTokens: 0, longestAnswer }) as const;
const budget = async () => (await server.call('ai.budget', { cookie: await server.signIn(server.own.people.technician) })).data;
const ask = (more: object = {}) =>
  meteredChat(server.deps, actor, {
    model,
    purpose: 'question',
    messages: [{ role: 'user', content: 'Quoi ?' }],
    temperature: 0,
    longestAnswer: 100,
    ...more,
  });
const hear = async (pieces: AsyncIterable<MeteredPiece>) => {
  const all: MeteredPiece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

test('an answer is paid for once, by its tokens', async () => {
  models.answer('m', { text: 'Isoler.', usage: { input: 12, output: 8 } });
  const [begin, ...rest] = await hear(ask());
  expect(begin).toMatchObject({ kind: 'begin', warned: null });
  expect(rest.at(-1)).toMatchObject({ kind: 'done', cost: 0.02 * NANO });
  expect(await budget()).toMatchObject({ own: { spent: 0.02 * NANO, limit: null, standing: 'fine' }, organisation: { spent: null } });
  expect((await desk.ask('ai.budget')).organisation).toEqual({ spent: 0.02 * NANO, limit: null, standing: 'fine' });
});

test('of many who ask at once, only as many are let in as the budget pays for', async () => {
  await limit({ monthlyBudget: 0.35 * NANO });
  const all = await Promise.all(Array.from({ length: 10 }, () => reserve(server.deps, actor, wish())));
  expect(all.filter(({ kind }) => kind === 'reserved')).toHaveLength(3);
  expect(all.find(({ kind }) => kind === 'refused')).toMatchObject({ fault: 'budget_organisation' });
});

test('what is settled twice counts once, and what was held is given back', async () => {
  await limit({ monthlyBudgetPerPerson: 0.1 * NANO });
  const reserved = await reserve(server.deps, actor, wish());
  if (reserved.kind === 'refused') throw new Error('refused');
  expect(await reserve(server.deps, actor, wish(1))).toEqual({ kind: 'refused', fault: 'budget_person' });
  const end = { usage: { input: 10, output: 10, isEstimated: false }, fault: null };
  await Promise.all([1, 2, 3].map(() => settle(server.deps, reserved.reservation, end)));
  expect((await budget()).own.spent).toBe(0.02 * NANO);
  expect((await reserve(server.deps, actor, wish(80))).kind).toBe('reserved');
});

test('a budget warns from 80 % on; at 100 % nothing is asked any more', async () => {
  await limit({ monthlyBudgetPerPerson: 0.2 * NANO });
  models.answer('m', { text: 'Oui', usage: { input: 100, output: 65 } });
  await hear(ask());
  expect((await budget()).own.standing).toBe('warned');
  models.answer('m', { text: 'Oui', usage: { input: 0, output: 35 } });
  expect((await hear(ask({ longestAnswer: 20 })))[0]).toMatchObject({ kind: 'begin', warned: 'person' });
  const asked = models.asked.length;
  expect(await hear(ask())).toEqual([{ kind: 'error', fault: 'budget_person', usage: { input: 0, output: 0, isEstimated: false }, cost: 0 }]);
  expect(models.asked).toHaveLength(asked);
  expect((await budget()).own.standing).toBe('stopped');
});

test('a cut stream and one that nobody hears to the end are paid for what was said, once', async () => {
  models.answer('m', { text: 'Coupez le', end: 'cut' });
  expect((await hear(ask())).at(-1)).toMatchObject({ kind: 'error', fault: 'cut' });
  const cut = (await budget()).own.spent;
  expect(cut).toBeGreaterThan(0);
  models.answer('m', { text: gated('Un deux', new Promise(() => undefined)) });
  for await (const piece of ask()) if (piece.kind === 'delta') break;
  expect(await models.asked.at(-1)?.over).toBe('aborted');
  expect((await budget()).own.spent).toBeGreaterThan(cut);
  // Nothing is held any more: the whole rest can be asked for.
  await limit({ monthlyBudgetPerPerson: (await budget()).own.spent + 0.1 * NANO });
  expect((await reserve(server.deps, actor, wish(100))).kind).toBe('reserved');
});

test('a refused call costs nothing', async () => {
  models.answer('m', { status: 401 });
  expect((await hear(ask())).at(-1)).toMatchObject({ kind: 'error', fault: 'key', cost: 0 });
  expect((await budget()).own.spent).toBe(0);
});

test('a call whose server died counts with the most it could cost, and with its true cost should it come back', async () => {
  const reserved = await reserve(server.deps, actor, wish());
  if (reserved.kind === 'refused') throw new Error('refused');
  server.pass(21 * 60_000);
  await reserve(server.deps, actor, wish(0));
  expect((await budget()).own.spent).toBe(0.1 * NANO);
  await settle(server.deps, reserved.reservation, { usage: { input: 1, output: 1, isEstimated: false }, fault: null });
  expect((await budget()).own.spent).toBe(0.002 * NANO);
});

test('an answer of a shape is paid with its repair', async () => {
  models.answer('m', () => (models.asked.length === 1 ? { text: 'no', usage: { input: 5, output: 5 } } : { json: { ok: true } }));
  const schema = z.strictObject({ ok: z.boolean() });
  const messages = [{ role: 'user', content: 'Quoi ?' }] as const;
  const answer = await meteredStructured(server.deps, actor, { model, purpose: 'photo', messages, schema, name: 'x', longestAnswer: 100 });
  expect(answer).toMatchObject({ kind: 'ok', value: { ok: true }, cost: 0.021 * NANO });
});

test('a month is that of the organisation’s calendar', () => {
  expect(monthAt('Europe/Paris', Date.UTC(2026, 11, 31, 23, 30))).toBe('2027-01');
  expect(monthAt('America/Guadeloupe', Date.UTC(2027, 0, 1, 3, 0))).toBe('2026-12');
});

test('settings are kept, a stale editor is told, and a model that is not there cannot be chosen', async () => {
  const { revision } = await desk.ask('ai.settings');
  expect(await limit({ temperature: 0.2, strong: { provider: model.choice.provider, model: 'm' } })).toMatchObject({
    temperature: 0.2,
    revision: revision + 1,
  });
  expect(await desk.refused('ai.update', { revision, temperature: 1 })).toBe('CONFLICT changed');
  expect(await desk.refused('ai.update', { revision: revision + 1, photo: { provider: crypto.randomUUID(), model: 'm' } })).toBe('INVALID model');
});

test('the admin sees what each question cost and what the strong model would have cost; nobody sees what was asked', async () => {
  const strong = { ...model.choice, model: 'strong', price: { input: NANO / 100, output: NANO / 100 } };
  models.answer('m', { text: 'Oui', usage: { input: 1, output: 1 } });
  await hear(ask({ strong, route: { strength: 'cheap', why: 'plain' } }));
  await hear(ask({ purpose: 'title' }));
  const costs = await desk.ask('ai.costs', { limit: 1 });
  expect(costs.questions).toEqual({ calls: 1, cost: 0.002 * NANO, strongCost: 0.02 * NANO });
  expect(costs.models).toMatchObject([{ key: 'm', calls: 2 }]);
  expect(costs.people).toMatchObject([{ calls: 2, name: expect.stringContaining('technician') }]);
  const { items } = await desk.ask('ai.costs', { limit: 1, cursor: costs.nextCursor });
  expect([...costs.items, ...items].map(({ purpose, reason }) => [purpose, reason]).toSorted()).toEqual([
    ['question', 'plain'],
    ['title', null],
  ]);
  expect(JSON.stringify(costs)).not.toContain('Quoi');
});
