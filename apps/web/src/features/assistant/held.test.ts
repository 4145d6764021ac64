import type { QueuedQuestion } from '@heliograph/offline';
import { expect, test } from 'vitest';
import { cell } from '../../platform/readable.ts';
import { heldOf, nextToAsk } from './held.ts';

const queued = (at: number, { parent = null, problem = null }: { parent?: string | null; problem?: string | null } = {}): QueuedQuestion => {
  const id = crypto.randomUUID();
  const conversation = '00000000-0000-4000-8000-000000000001';
  return { id, conversation, asked: { id, conversation, parent, text: `Question ${at}`, language: 'fr' }, at, problem };
};

test('a question after one that was not taken waits with it, and others go on', () => {
  const refused = queued(1, { problem: 'TOO_LARGE' });
  const after = queued(2, { parent: refused.id });
  const other = queued(3);
  expect(nextToAsk([refused, after, other])).toBe(other);
  expect(nextToAsk([refused, after])).toBeUndefined();
  expect(nextToAsk([after])).toBe(after);
});

test('what is held says why it was not taken, in a code that screens have words for', () => {
  const held = heldOf({ queued: cell([queued(1), queued(2, { problem: 'NOT_FOUND' }), queued(3, { problem: 'of a newer server' })]) });
  expect(held.get().map(({ asked, problem }) => [asked.text, problem])).toEqual([
    ['Question 1', null],
    ['Question 2', 'NOT_FOUND'],
    ['Question 3', 'INVALID'],
  ]);
  expect(held.get()).toBe(held.get());
});
