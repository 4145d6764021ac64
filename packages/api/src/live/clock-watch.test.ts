import type { OrganisationId } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { watchClock } from './clock-watch.ts';

const [own, other] = ['a', 'b'] as unknown as [OrganisationId, OrganisationId];

function fakeClock() {
  const seqs = new Map<OrganisationId, number>([
    [own, 1],
    [other, 50],
  ]);
  const asked: OrganisationId[][] = [];
  const watch = watchClock(
    async (orgs) => {
      asked.push([...orgs]);
      return new Map(orgs.map((org) => [org, seqs.get(org) ?? 0]));
    },
    { everyMs: 5 },
  );
  return { seqs, asked, watch };
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('who listens hears where their organisation stands, then each move, and of no other organisation', async () => {
  const { seqs, asked, watch } = fakeClock();
  const leaving = new AbortController();
  const heads = watch.heads(own, leaving.signal);
  expect((await heads.next()).value).toBe(1);
  const next = heads.next();
  seqs.set(other, 51);
  await pause(15);
  seqs.set(own, 2);
  expect((await next).value).toBe(2);
  expect(new Set(asked.flat())).toEqual(new Set([own]));
  leaving.abort();
  expect((await heads.next()).done).toBe(true);
});

test('nothing is asked while nobody listens, and one query serves all who do', async () => {
  const { asked, watch } = fakeClock();
  await pause(20);
  expect(asked).toEqual([]);
  const leaving = new AbortController();
  const all = [watch.heads(own, leaving.signal), watch.heads(own, leaving.signal), watch.heads(other, leaving.signal)];
  await Promise.all(all.map((heads) => heads.next()));
  expect(asked).toEqual([[own, other]]);
  leaving.abort();
  await Promise.all(all.map((heads) => heads.next()));
  await pause(15);
  const count = asked.length;
  await pause(20);
  expect(asked.length).toBe(count);
});

test('a failed poll is told and the next one goes on', async () => {
  const errors: unknown[] = [];
  let calls = 0;
  const watch = watchClock(
    async () => {
      calls++;
      if (calls === 1) throw new Error('database away');
      return new Map([[own, 3]]);
    },
    { everyMs: 5, onError: (error) => errors.push(error) },
  );
  const heads = watch.heads(own, new AbortController().signal);
  expect((await heads.next()).value).toBe(3);
  expect(errors).toHaveLength(1);
  watch.close();
  expect((await heads.next()).done).toBe(true);
});
