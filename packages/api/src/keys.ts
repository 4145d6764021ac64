import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '@heliograph/domain';
import type { Seal } from '@heliograph/sync/server';
import type { Env } from './env.ts';
import { createVault, type Vault, type VaultKey } from './vault.ts';

/** What secrets are derived for. One purpose's key tells nothing about another's. */
type Purpose = 'cursor' | 'throttle' | 'fingerprint' | 'setup' | 'device' | 'vault';

const derive = (master: Buffer, purpose: Purpose): Buffer => Buffer.from(hkdfSync('sha256', master, '', `heliograph ${purpose} 1`, 32));

export interface Keys {
  /** Signs the exchange's tokens (see `Seal`). */
  readonly seal: Seal;
  /** Names a throttled e-mail or address without storing it. */
  readonly blind: (text: string) => string;
  /** Names a device to people without telling its id, which a phone proves its counter with. */
  readonly handle: (text: string) => string;
  /** Written in the database: a process with other keys is refused, before it signs people out and distrusts every cursor (decision 34). */
  readonly fingerprint: string;
  /** Protects the first start: printed by the server until an organisation is made, the same in every process, of no use afterwards. */
  readonly setupCode: string;
  /** Encrypts secrets of others that have to be read back, such as keys of providers. */
  readonly vault: Vault;
}

/**
 * Keys of all purposes from the one secret.
 * @param secretKeys keys of the vault, the newest first; without any, one that comes from the secret
 */
export function keysFrom(secret: string, secretKeys: readonly VaultKey[] = []): Keys {
  const master = Buffer.from(secret, 'base64url');
  const cursor = derive(master, 'cursor');
  const throttle = derive(master, 'throttle');
  const device = derive(master, 'device');
  const mac = (key: Buffer, text: string, bytes: number) => createHmac('sha256', key).update(text).digest().subarray(0, bytes).toString('base64url');
  return {
    seal: { sign: (text) => mac(cursor, text, 16) },
    blind: (text) => mac(throttle, text, 18),
    handle: (text) => mac(device, text, 12),
    fingerprint: derive(master, 'fingerprint').subarray(0, 16).toString('hex'),
    setupCode: spoken(derive(master, 'setup').subarray(0, 12)),
    vault: vaultOf(secretKeys, { id: 'main', key: derive(master, 'vault') }),
  };
}

/** What was sealed before anybody gave keys of their own opens for ever. */
function vaultOf([newest, ...older]: readonly VaultKey[], main: VaultKey): Vault {
  return newest === undefined ? createVault([main]) : createVault([newest, ...older, main]);
}

/** Letters and digits that are not mistaken for one another when they are read out: 60 bits as `7K2M-QXRD-49TB`. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function spoken(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => ALPHABET[byte % 32] ?? '').join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * The secret of this installation: from the environment, else a file of mode 600 made at the first start. The database keeps its fingerprint,
 * so a process that was given other keys is refused.
 */
export async function loadSecret(env: Pick<Env, 'key' | 'dataDir'>): Promise<string> {
  if (env.key !== null) return env.key;
  const path = join(env.dataDir, 'key');
  await mkdir(env.dataDir, { recursive: true });
  const { mode } = await stat(path).catch(() => writeOnce(path));
  if ((mode & 0o077) !== 0) refuse('INVALID', {}, `The key file ${path} can be read by others: run chmod 600 on it`);
  const secret = (await readFile(path, 'utf8')).trim();
  return Buffer.from(secret, 'base64url').length === 32 ? secret : refuse('INVALID', {}, `The key file ${path} is damaged: put the saved copy back`);
}

/** Whole or not at all: a start that is killed half-way must not leave an empty key behind. */
async function writeOnce(path: string) {
  const draft = `${path}.${newSecret()}`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(`${newSecret()}\n`);
  await file.sync();
  await file.close();
  await chmod(draft, 0o600);
  // A link fails where a rename would silently replace the key of a process that was faster.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? undefined : Promise.reject(error)));
  await unlink(draft);
  return stat(path);
}
