import { expect, test } from 'vitest';
import { eitherSignal } from './either-signal.ts';

test('is aborted with the first of them, for its reason, also where that was before', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const signal = eitherSignal([one.signal, other.signal]);
  expect(signal.aborted).toBe(false);
  other.abort('left');
  one.abort('too late');
  expect([signal.aborted, signal.reason]).toEqual([true, 'left']);
  expect(eitherSignal([new AbortController().signal, other.signal]).reason).toBe('left');
});
