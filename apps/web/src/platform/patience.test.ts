import { expect, test } from 'vitest';
import { createPatience } from './patience.ts';

test('after a refusal that names a moment nothing is asked before it', () => {
  let now = 1_000;
  const patience = createPatience(() => now);
  expect(patience.isNeeded()).toBe(false);
  patience.heed({ details: { retryAfter: 60 } });
  now += 59_999;
  expect(patience.isNeeded()).toBe(true);
  now += 1;
  expect(patience.isNeeded()).toBe(false);
});

test('a refusal that names none asks for no patience', () => {
  const patience = createPatience();
  patience.heed({ details: { reason: 'busy' } });
  expect(patience.isNeeded()).toBe(false);
});
