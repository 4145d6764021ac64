import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificate } from './certificate.ts';

const DAY = 86_400_000;
const AUTHORITY = 'Heliograph local authority';
/** Phones refuse certificates of servers that live longer than 825 days; ours live a year and are renewed a month before. */
const LIFE = { authority: 3650 * DAY, server: 365 * DAY, renewed: 30 * DAY } as const;
// A phone's clock may be a little behind.
const EARLIER = DAY;

/** What a server needs to speak TLS, and what a phone needs to trust it. */
export interface Credentials {
  /** PEM. */
  readonly key: string;
  /** PEM, with the authority's behind it. */
  readonly cert: string;
  readonly authority: X509Certificate;
}

interface Place {
  readonly folder: string;
  readonly hosts: readonly string[];
  /** ms */
  readonly now: number;
}

/**
 * The certificate of this server for its addresses, signed by an authority of its own. Both are made where they are missing, and the server's
 * is made anew before it ends or when the addresses change; phones trust the authority, so they notice nothing.
 * @throws Error where the authority's key can be read by others
 */
export async function ownCertificate({ folder, hosts, now }: Place): Promise<Credentials> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = (await readPair(folder, 'authority')) ?? (await makePair({ folder, name: 'authority', hosts: null, now, issuer: null }));
  const held = await readPair(folder, 'server');
  const isGood =
    held !== null && isFor(held.cert, hosts) && held.cert.verify(authority.cert.publicKey) && Date.parse(held.cert.validTo) - now > LIFE.renewed;
  const server = isGood ? held : await makePair({ folder, name: 'server', hosts, now, issuer: authority });
  return { key: pemOf(server.key), cert: `${server.cert}${authority.cert}`, authority: authority.cert };
}

interface Pair {
  readonly key: KeyObject;
  readonly cert: X509Certificate;
}

const isFor = (cert: X509Certificate, hosts: readonly string[]): boolean =>
  hosts.every((host) => (/^[\d.]+$/.test(host) ? cert.checkIP(host) : cert.checkHost(host)) !== undefined);

async function readPair(folder: string, name: string): Promise<Pair | null> {
  const path = join(folder, `${name}.key`);
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if ((found.mode & 0o077) !== 0) throw new Error(`The key file ${path} can be read by others: run chmod 600 on it`);
  const key = createPrivateKey(await readFile(path));
  const cert = new X509Certificate(await readFile(join(folder, `${name}.crt`)));
  return cert.checkPrivateKey(key) ? { key, cert } : null;
}

interface NewPair extends Omit<Place, 'hosts'> {
  readonly name: 'authority' | 'server';
  readonly hosts: readonly string[] | null;
  /** Null: signs itself. */
  readonly issuer: Pair | null;
}

async function makePair({ folder, name, hosts, now, issuer }: NewPair): Promise<Pair> {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = name === 'authority' ? AUTHORITY : 'Heliograph';
  const made = certificate({
    subject,
    key,
    hosts,
    issuer: { subject: AUTHORITY, key: issuer?.key ?? key },
    from: now - EARLIER,
    until: now + LIFE[name],
  });
  const cert = new X509Certificate(made);
  // The key last: a start that is killed in between finds no key, and makes both anew.
  await write(join(folder, `${name}.crt`), cert.toString());
  await write(join(folder, `${name}.key`), pemOf(key));
  return { key, cert };
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

async function write(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
}
