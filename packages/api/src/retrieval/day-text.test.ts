import { expect, test } from 'vitest';
import { dayText } from './day-text.ts';

test('a day of a source reads as people write it, in both languages', () => {
  const at = Date.UTC(2026, 9, 30, 8, 42);
  expect([dayText(at, 'fr'), dayText(at, 'en')]).toEqual(['30 octobre 2026', '30 October 2026']);
});
