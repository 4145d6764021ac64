import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keysFrom, loadSecret, newSecret } from './keys.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'heliograph-keys-'));
});
afterEach(() => rm(dataDir, { recursive: true }));
const embedded = () => ({ key: null, databaseUrl: null, dataDir });

test('the first start makes a key that only its owner can read, and later starts find it', async () => {
  const secret = await loadSecret(embedded());
  expect((await stat(join(dataDir, 'key'))).mode & 0o777).toBe(0o600);
  expect(await loadSecret(embedded())).toBe(secret);
});

test('two first starts at once agree on one key', async () => {
  const secrets = await Promise.all([loadSecret(embedded()), loadSecret(embedded()), loadSecret(embedded())]);
  expect(new Set(secrets).size).toBe(1);
});

test('a key others can read is refused, and a damaged one is never replaced', async () => {
  await loadSecret(embedded());
  await chmod(join(dataDir, 'key'), 0o644);
  await expect(loadSecret(embedded())).rejects.toThrow('chmod 600');
  await chmod(join(dataDir, 'key'), 0o600);
  await writeFile(join(dataDir, 'key'), 'short');
  await expect(loadSecret(embedded())).rejects.toThrow('damaged');
  expect(await readFile(join(dataDir, 'key'), 'utf8')).toBe('short');
});

test('keys of different purposes and of different secrets have nothing in common', () => {
  const [a, b] = [keysFrom(newSecret()), keysFrom(newSecret())];
  expect(a.seal.sign('x')).not.toBe(b.seal.sign('x'));
  expect(a.blind('x')).not.toContain(a.seal.sign('x').slice(0, 8));
  expect(a.fingerprint).not.toBe(b.fingerprint);
  expect(Buffer.from(a.seal.sign('x'), 'base64url')).toHaveLength(16);
});
