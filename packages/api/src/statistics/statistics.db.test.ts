import { FREE, type ModelChoice, NANO } from '@heliograph/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reserve, settle } from '../budget/budget.service.ts';
import { type Desk, deskOf, type TestServer, testServer } from '../testing/index.ts';
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
  expect([mine.answers, mine.photos, mine.week.answers, mine.cost]).toEqual([1, 0, 1, 2 * NANO]);
  expect([all.answers, all.photos, all.people, all.cost]).toEqual([2, 1, 2, 4 * NANO]);
  expect(all.models).toMatchObject([{ key: 'm', calls: 2 }]);
  expect(all.months).toHaveLength(12);
  expect(all.months.at(-1)).toMatchObject({ calls: 4 });
  expect(mine.memberSince).toBeLessThanOrEqual(Date.now());
});

test('a week begins on Monday where the organisation is', () => {
  // Sunday the 29th of March 2026, the night the clocks change.
  expect(weekBegin('Europe/Paris', Date.UTC(2026, 2, 29, 12))).toBe(Date.UTC(2026, 2, 22, 23));
  expect(weekBegin('Europe/Paris', Date.UTC(2026, 2, 29, 22, 30))).toBe(Date.UTC(2026, 2, 29, 22));
});
