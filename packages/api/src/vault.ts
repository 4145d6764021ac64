import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A secret at rest: which key encrypted it, and what came out. */
export interface Sealed {
  readonly keyId: string;
  readonly box: string;
}

/** Encrypts what must be read back: AES-256-GCM. Several keys open, the first one seals. */
export interface Vault {
  /** The key that seals. */
  readonly keyId: string;
  /** @param place what the secret belongs to: a box that is moved elsewhere does not open there */
  seal(secret: string, place: string): Sealed;
  /** Null where the key is not there any more, or where the box was tampered with. */
  open(sealed: Sealed, place: string): string | null;
}

export interface VaultKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

const NONCE = 12;
const TAG = 16;

/** @param keys the first one seals; the others open what was sealed before */
export function createVault(keys: readonly [VaultKey, ...VaultKey[]]): Vault {
  const [current] = keys;
  return {
    keyId: current.id,
    seal: (secret, place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { keyId: current.id, box: sealed.toString('base64url') };
    },
    open: ({ keyId, box }, place) => {
      const found = keys.find(({ id }) => id === keyId);
      return found === undefined ? null : opened(found.key, Buffer.from(box, 'base64url'), place);
    },
  };
}

function opened(key: Buffer, bytes: Buffer, place: string): string | null {
  if (bytes.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG));
    return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
