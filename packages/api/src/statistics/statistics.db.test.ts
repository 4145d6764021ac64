import { startModelServer } from '@heliograph/ai/testing';
import { FREE, type ModelChoice, NANO } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reserve, settle } from '../budget/budget.service.ts';
import { type Desk, deskOf, ORIGIN, type TestServer, testServer } from '../testing/index.ts';
import { weekBegin } from './statistics.service.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await testServer();
  desk = await deskOf(server, server.own.people.supervisor);
});
afterAll(() => server.close());

const model: ModelChoice = {
  ...{ provider: crypto.randomUUID(), providerName: 'X', kind: 'other', model: 'm', abilities: ['chat'], contextLength: 8000 },
  price: { ...FREE, output: NANO },
};
const called = async (who: 'technician' | 'supervisor', purpose: 'question' | 'photo' | 'title') => {
  const actor = { org: server.own.org, user: server.own.people[who].user };
  const reserved = await reserve(server.deps, actor, { purpose, model, inputTokens: 1, longestAnswer: 1 });
  if (reserved.kind === 'refused') throw new Error('refused');
  await settle(server.deps, reserved.reservation, { usage: { input: 1, output: 1, isEstimated: false }, fault: null });
};

test('a person sees what is theirs, the office what is everybody’s; titles are no answers', async () => {
  for (const [who, purpose] of [
    ['technician', 'question'],
    ['technician', 'photo'],
    ['supervisor', 'question'],
    ['supervisor', 'title'],
  ] as const)
    await called(who, purpose);
  const mine = await desk.ask('stats.me');
  const all = await desk.ask('stats.organisation');
  expect([mine.photos, mine.cost]).toEqual([0, 2 * NANO]);
  expect([all.photos, all.week.photos, all.people, all.cost]).toEqual([1, 1, 2, 4 * NANO]);
  expect(mine).toMatchObject({ conversations: 0, questions: 0, week: { questions: 0 } });
  expect(all.models).toMatchObject([{ key: 'm', calls: 2 }]);
  expect(all.months).toHaveLength(12);
  expect(all.months.at(-1)).toMatchObject({ calls: 4 });
  expect(mine.memberSince).toBeLessThanOrEqual(Date.now());
});

test('questions and conversations are counted, and which of several answers was taken', async () => {
  const models = await startModelServer();
  const talking = await testServer({ trusted: [models.origin] });
  const admin = await deskOf(talking, talking.own.people.admin);
  const described = (name: string) => ({ name, abilities: ['chat'], price: FREE, contextLength: 8000, isOn: true });
  const provider = { kind: 'other', name: 'X', baseUrl: models.baseUrl, apiVersion: null, isOn: true, models: ['a', 'b'].map(described) };
  const { id: made } = await admin.do('provider.save', provider);
  const conversation = crypto.randomUUID();
  const asking = { models: ['a', 'b'].map((name) => ({ provider: made, model: name })) };
  const headers = { origin: ORIGIN, cookie: admin.cookie, 'trpc-accept': 'application/jsonl', 'content-type': 'application/json' };
  const body = JSON.stringify({
    0: { id: crypto.randomUUID(), conversation, text: 'Riso 0,4 MΩ sur l’onduleur 3, je fais quoi ?', language: 'fr', asking },
  });
  await (await talking.handlers.trpc(new Request(`${ORIGIN}/api/trpc/conversation.send?batch=1`, { method: 'POST', headers, body }))).text();
  await talking.deps.hub.idle();
  const { questions } = await admin.ask('conversation.get', { id: conversation });
  const taken = questions[0].answers.find((answer: { model: string }) => answer.model === 'b');
  await admin.do('conversation.choose', { question: questions[0].id, answer: taken.id });
  const mine = await admin.ask('stats.me');
  expect(mine).toMatchObject({ conversations: 1, questions: 1, week: { questions: 1 } });
  expect(Object.fromEntries(mine.models.map((one: { key: string; calls: number; chosen: number }) => [one.key, [one.calls, one.chosen]]))).toEqual({
    a: [1, 0],
    b: [1, 1],
  });
  expect(await deskOf(talking, talking.own.people.supervisor).then((desk) => desk.ask('stats.me'))).toMatchObject({ conversations: 0, questions: 0 });
  await talking.close();
  await models.close();
});

test('a week begins on Monday where the organisation is', () => {
  // Sunday the 29th of March 2026, the night the clocks change.
  expect(weekBegin('Europe/Paris', Date.UTC(2026, 2, 29, 12))).toBe(Date.UTC(2026, 2, 22, 23));
  expect(weekBegin('Europe/Paris', Date.UTC(2026, 2, 29, 22, 30))).toBe(Date.UTC(2026, 2, 29, 22));
});
