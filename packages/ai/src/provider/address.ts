import { BlockList, isIP } from 'node:net';

/** Everything of IPv4 that is not public unicast (IANA's special-purpose registry). */
const RESERVED: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only 2000::/3 is given out, and these parts of it carry an IPv4 address or stand in books. */
const NOT_UNICAST: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (subnets: readonly [string, number][], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
};
const reserved = listOf(RESERVED, 'ipv4');
const notUnicast = listOf(NOT_UNICAST, 'ipv6');
const unicast = listOf([['2000::', 3]], 'ipv6');

/** Whether an address is public unicast: neither this machine, nor its network, nor a cloud's metadata, nor one of these in disguise. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !reserved.check(address, 'ipv4');
    case 6:
      return unicast.check(address, 'ipv6') && !notUnicast.check(address, 'ipv6');
    default:
      return false;
  }
}

/** What is wrong with a provider's address. */
export type AddressProblem = 'malformed' | 'scheme' | 'credentials' | 'query' | 'port' | 'private';

/** The origins of model servers inside the operator's own network, which the environment names. */
export type TrustedOrigins = ReadonlySet<string>;

/** Judges an address before anything is resolved; what its name resolves to is judged at the connection, where it is pinned. */
export function addressProblem(address: string, trusted: TrustedOrigins): AddressProblem | null {
  if (!URL.canParse(address)) return 'malformed';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.search !== '' || url.hash !== '') return 'query';
  if (trusted.has(url.origin)) return null;
  if (url.protocol !== 'https:') return 'scheme';
  if (url.port !== '') return 'port';
  const host = bareHost(url);
  return host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host)) ? 'private' : null;
}

/** A host as the resolver takes it: an IPv6 address without its brackets. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
