import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import { bits, boolean, explicit, implicit, integer, octets, oid, sequence, set, text, time } from './der.ts';

/** What a certificate (RFC 5280) of ours says. Instants in ms. */
interface Wish {
  readonly subject: string;
  readonly key: KeyObject;
  readonly issuer: { readonly subject: string; readonly key: KeyObject };
  readonly from: number;
  readonly until: number;
  /** Names and addresses it is good for; null: it is an authority, and only for networks like ours. */
  readonly hosts: readonly string[] | null;
}

/** Writes and signs a certificate over P-256. @returns DER */
export function certificate({ subject, key, issuer, from, until, hosts }: Wish): Buffer {
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  // Twenty random bytes at most, the first small, so that the number is positive and short enough.
  const serial = integer(Buffer.concat([Buffer.of(0x4d), randomBytes(15)]));
  const content = sequence(
    ...[explicit(0, integer(Buffer.of(2))), serial, algorithm, nameOf(issuer.subject), sequence(time(from), time(until)), nameOf(subject)],
    ...[publicKeyOf(key), explicit(3, sequence(...extensions({ key, issuer, hosts })))],
  );
  return sequence(content, algorithm, bits(sign('sha256', content, { key: issuer.key, dsaEncoding: 'der' })));
}

const publicKeyOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });
const nameOf = (name: string): Buffer => sequence(set(sequence(oid('2.5.4.3'), text(name))));
/** SHA-1 as RFC 5280 names keys: a name, no protection. An uncompressed point of P-256 is the last 65 bytes. */
const keyName = (key: KeyObject): Buffer => createHash('sha1').update(publicKeyOf(key).subarray(-65)).digest();

function extensions({ key, issuer, hosts }: Pick<Wish, 'key' | 'issuer' | 'hosts'>): Buffer[] {
  const extension = (id: string, value: Buffer, isCritical = false) => sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(value));
  const names = [extension('2.5.29.14', octets(keyName(key))), extension('2.5.29.35', sequence(implicit(0, keyName(issuer.key))))];
  // Authority: signs certificates and nothing else, and none below another authority. Server: digital signature, TLS.
  if (hosts === null)
    return [
      ...[extension('2.5.29.19', sequence(boolean(true), integer(Buffer.of(0))), true), extension('2.5.29.15', bits(Buffer.of(0x06), 1), true)],
      ...[extension('2.5.29.30', sequence(explicit(0, ...NEARBY.map((name) => sequence(name)))), true), ...names],
    ];
  return [
    ...[extension('2.5.29.19', sequence(), true), extension('2.5.29.15', bits(Buffer.of(0x80), 7), true)],
    ...[extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), extension('2.5.29.17', sequence(...hosts.map(generalName))), ...names],
  ];
}

const generalName = (host: string): Buffer => (isIP(host) === 0 ? implicit(2, Buffer.from(host)) : implicit(7, addressBytes(host)));

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [left, right] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return Buffer.from([...left, ...zeros, ...right].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]));
}

/** Private networks, and names without a public owner: an authority that phones trust must be of no use against anybody else's site. */
const NEARBY: readonly Buffer[] = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10', '127.0.0.0/8', 'fc00::/7', 'fe80::/10', '::1/128'].map(
    subnet,
  ),
  ...['local', 'localhost', 'lan', 'internal', 'home.arpa'].map((name) => implicit(2, Buffer.from(name))),
];

function subnet(cidr: string): Buffer {
  const [address = '', length = '0'] = cidr.split('/');
  const bytes = addressBytes(address);
  const mask = bytes.map((_, at) => (0xff00 >> Math.min(8, Math.max(0, Number(length) - at * 8))) & 0xff);
  return implicit(7, Buffer.concat([bytes, mask]));
}
