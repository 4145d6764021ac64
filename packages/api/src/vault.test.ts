import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });

test('what is sealed opens in its own place alone, and two boxes of one secret differ', () => {
  const vault = createVault([key('a')]);
  const [one, two] = [vault.seal('sk-secret', 'org/provider'), vault.seal('sk-secret', 'org/provider')];
  expect(vault.open(one, 'org/provider')).toBe('sk-secret');
  expect(one.box).not.toBe(two.box);
  expect(vault.open(one, 'org/another')).toBeNull();
  expect(Buffer.from(one.box, 'base64url').includes('sk-secret')).toBe(false);
});

test('after a rotation the old key still opens, the new one seals; without the old one nothing opens', () => {
  const [old, fresh] = [key('old'), key('fresh')];
  const sealed = createVault([old]).seal('sk-secret', 'x');
  const rotated = createVault([fresh, old]);
  expect(rotated.open(sealed, 'x')).toBe('sk-secret');
  expect(rotated.seal('sk-secret', 'x').keyId).toBe('fresh');
  expect(createVault([fresh]).open(sealed, 'x')).toBeNull();
});

test('a box that was tampered with, cut or emptied does not open', () => {
  const vault = createVault([key('a')]);
  const { box, keyId } = vault.seal('sk-secret', 'x');
  const bytes = Buffer.from(box, 'base64url');
  bytes[14] = (bytes[14] ?? 0) ^ 1;
  for (const wrong of [bytes.toString('base64url'), box.slice(0, 20), '', 'æ']) expect(vault.open({ keyId, box: wrong }, 'x')).toBeNull();
});
