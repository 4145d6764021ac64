import { beforeEach, expect, test } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { deleteCaches } from '../cache/old-caches.ts';
import { owner } from '../contract/samples.ts';
import { openTalks, type QueuedQuestion } from './talks.ts';

beforeEach(freshBrowser);

const question = (at: number): QueuedQuestion => ({
  id: crypto.randomUUID(),
  conversation: crypto.randomUUID(),
  asked: { text: 'Riso ?' },
  at,
  problem: null,
});

test('a question that waits is still there after the app was closed, oldest first', async () => {
  const whose = owner();
  const first = openTalks(whose);
  const [late, early] = [question(2), question(1)];
  await first.queue(late);
  await first.queue(early);
  first.close();
  const again = openTalks(whose);
  await new Promise<void>((heard) => again.queued.subscribe(heard));
  expect(again.queued.get()).toEqual([early, late]);
  await again.settle(early.id);
  expect(again.queued.get()).toEqual([late]);
  again.close();
});

test('signing out takes the conversations and leaves the questions', async () => {
  const whose = owner();
  const talks = openTalks(whose);
  await talks.queue(question(1));
  await talks.keep({ id: 'a', movedAt: 1, value: {} });
  talks.close();
  await deleteCaches(whose, null);
  const again = openTalks(whose);
  expect(await again.recents()).toEqual([]);
  await new Promise<void>((heard) => again.queued.subscribe(heard));
  expect(again.queued.get()).toHaveLength(1);
  again.close();
});

test('the twenty newest conversations are kept', async () => {
  const talks = openTalks(owner());
  for (let at = 0; at < 25; at += 1) await talks.keep({ id: `t${at}`, movedAt: at, value: { at } });
  const kept = await talks.recents();
  expect(kept).toHaveLength(20);
  expect(kept[0]?.id).toBe('t24');
  await talks.forget('t24');
  expect(await talks.recent('t24')).toBeUndefined();
  talks.close();
});
