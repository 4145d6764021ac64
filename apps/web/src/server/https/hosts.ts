import { hostname, networkInterfaces } from 'node:os';

/** Networks without a public owner; IPv4 only, which every phone on a Wi-Fi has and people can read out. */
const PRIVATE = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** Addresses and names by which this machine is reached on its own networks, the best for a phone first. */
export function nearbyHosts(interfaces = networkInterfaces(), name = hostname()): string[] {
  const addresses = Object.values(interfaces)
    .flatMap((all) => all ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
    .map(({ address }) => address);
  const plain = name.toLowerCase().split('.')[0] ?? '';
  const named = /^[a-z0-9-]{1,63}$/.test(plain) && plain !== 'localhost' ? [`${plain}.local`] : [];
  return [...new Set([...addresses.toSorted(byUse), ...named, 'localhost', '127.0.0.1'])];
}

/** Home and office networks before those of containers, which use the 172s. */
const byUse = (a: string, b: string): number => Number(a.startsWith('172.')) - Number(b.startsWith('172.')) || a.localeCompare(b);
