import { organisationIdSchema } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

const [ours, theirs] = [1, 2].map((n) => organisationIdSchema.parse(`01890000-0000-7000-8000-00000000000${n}`));

/** A run that goes on until it is let go. */
function slowRun() {
  const open: (() => void)[] = [];
  const run = () => new Promise<void>((resolve) => open.push(resolve));
  return { run, letGo: () => open.at(-1)?.(), count: () => open.length };
}

test('asked for five times while it runs, it runs once more and no more, and the first to ask waits for it', async () => {
  if (ours === undefined || theirs === undefined) throw new Error('no ids');
  const [turns, slow, other] = [createTurns(), slowRun(), slowRun()];
  const first = turns.take(ours, slow.run);
  for (let n = 0; n < 5; n++) await turns.take(ours, slow.run);
  expect(slow.count()).toBe(1);
  void turns.take(theirs, other.run);
  expect(other.count()).toBe(1);
  slow.letGo();
  await expect.poll(slow.count).toBe(2);
  slow.letGo();
  await first;
  expect(slow.count()).toBe(2);
  void turns.take(ours, slow.run);
  expect(slow.count()).toBe(3);
});
