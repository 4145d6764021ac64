import { expect, test } from 'vitest';
import { checkPassword, DUMMY_HASH, hashPassword, verifyPassword } from './password.ts';

const context = ['Coopérative Soleil du Midi', 'Les Garrigues', 'Claire Fontaine'];
const reason = (password: string) => {
  try {
    checkPassword(password, context);
    return null;
  } catch (error) {
    return error instanceof Error && 'details' in error ? error.details : error;
  }
};

test.each([
  'quatre-chaines-au-soleil',
  'correct horse battery staple',
  `${'é'.normalize('NFD').repeat(3)} trois accents et plus`,
  '密码学家喜欢在雨中散步和喝茶聊天',
  'x9$ k2! p4& m7# q1',
  'Vk8nR2tWq5ZpLx3B'.repeat(8),
])('%s is accepted', (password) => expect(reason(password)).toBeNull());

test.each([
  ['court', 'password_short'],
  ['14 characters!', 'password_short'],
  ['a1b2'.repeat(33), 'password_long'],
  ['aaaaaaaaaaaaaaaaaaaa', 'password_common'],
  ['123456789012345678', 'password_common'],
  ['MotDePasseMotDePasse2026', 'password_common'],
  ['P@ssw0rdP@ssw0rd!', 'password_common'],
  ['azertyuiopqsdfghjklm', 'password_common'],
  ['Heliograph-Garrigues-2026', 'password_common'],
  ['cooperative soleil du midi', 'password_common'],
  ['ClaireFontaine123456', 'password_common'],
  ['!!!!!!!!!!!!!!!!', 'password_common'],
])('%s is refused: %s', (password, expected) => expect(reason(password)).toMatchObject({ reason: expected }));

test('a password is stored as argon2id with its costs, and verifies however its accents were composed', async () => {
  const hashed = await hashPassword('évidemment une phrase longue');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hashed, 'évidemment une phrase longue'.normalize('NFD'))).toBe(true);
  expect(await verifyPassword(hashed, 'evidemment une phrase longue')).toBe(false);
});

test('the hash that unknown people are checked against costs the same and fits nothing', async () => {
  expect(DUMMY_HASH).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(DUMMY_HASH, '')).toBe(false);
});
