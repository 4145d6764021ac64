import { expect, test } from 'vitest';
import { sameAct } from './same-act.ts';

test('the same wish asked again is the same act, another wish is another one', () => {
  let made = 0;
  const idOf = sameAct(() => `id${++made}`);
  expect([idOf({ note: 'a' }), idOf({ note: 'a' }), idOf({ note: 'b' }), idOf({ note: 'a' })]).toEqual(['id1', 'id1', 'id2', 'id3']);
});
