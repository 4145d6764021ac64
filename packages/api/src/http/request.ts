import { randomUUID } from 'node:crypto';

/** Who asks, as far as the network tells. */
export interface Caller {
  readonly requestId: string;
  /** IPv4 /24 or IPv6 /64: enough to throttle and to recognise a session, not to follow a person. */
  readonly network: string;
  readonly userAgent: string;
}

/** A fresh id for every request; one sent from outside is not believed, logs must not be written by strangers. */
export function callerOf(headers: Headers, trustProxy: number): Caller {
  return { requestId: randomUUID(), network: networkOf(addressOf(headers, trustProxy)), userAgent: (headers.get('user-agent') ?? '').slice(0, 300) };
}

/**
 * The caller's address: the entry of X-Forwarded-For that the outermost trusted proxy wrote, counted from the right.
 * The web server in front of us writes the peer's address where the header is absent, so a direct caller has an entry too (one it may have forged:
 * limits by account do not depend on it).
 */
function addressOf(headers: Headers, trustProxy: number): string {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-Math.max(1, trustProxy)) ?? hops[0] ?? '127.0.0.1';
}

export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4 !== null) return `${v4[1]}.0/24`;
  const groups = expanded(address.split('%')[0] ?? '');
  return groups === null ? 'unknown' : `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address; null where it is none. */
function expanded(address: string): string[] | null {
  if (!/^[0-9a-f:]{2,39}$/i.test(address)) return null;
  const [head = '', tail, ...more] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (more.length > 0 || missing < 0 || (tail === undefined && missing > 0)) return null;
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) => (Number.parseInt(group, 16) || 0).toString(16));
}
