import { expect, test } from 'vitest';
import { capital, sentence } from './typography.ts';

test.each([
  ['Orage', 'Orage.'],
  ['Orage !', 'Orage !'],
  ['Doublon.', 'Doublon.'],
  ['', ''],
])('a reason "%s" is followed as "%s"', (said, closed) => expect(sentence(said)).toBe(closed));

test('a day that begins a line has a capital, accents too', () => {
  expect(capital('mercredi 25 novembre')).toBe('Mercredi 25 novembre');
  expect(capital('été')).toBe('Été');
});
