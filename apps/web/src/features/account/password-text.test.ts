import { expect, test } from 'vitest';
import { passwordStanding } from './password-text.ts';

test('every rule of a password is judged while it is typed', () => {
  expect(passwordStanding('', [])).toEqual({ length: 0, isLongEnough: false, isTooLong: false, isUncommon: null });
  expect(passwordStanding('quatre-chaines', [])).toMatchObject({ length: 14, isLongEnough: false, isUncommon: null });
  expect(passwordStanding('quatre-chaines-au-soleil', [])).toMatchObject({ isLongEnough: true, isTooLong: false, isUncommon: true });
  expect(passwordStanding('x'.repeat(129), [])).toMatchObject({ isTooLong: true });
});

test('names of the place make a password easy to guess', () => {
  expect(passwordStanding('Les Garrigues 2026', ['Les Garrigues']).isUncommon).toBe(false);
  expect(passwordStanding('Les Garrigues 2026', []).isUncommon).toBe(true);
});

test('an accent counts once, however the keyboard composed it', () => {
  expect(passwordStanding('e\u0301te\u0301', []).length).toBe(3);
});
