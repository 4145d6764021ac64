import type { Env } from '../env.ts';

/** Where the certificate of a server's own authority is had, over plain http, so that a phone can be told to trust it. */
export const AUTHORITY_PATH = '/heliograph-ca.crt';

/** Addresses by which people reach this server, the best first. Never made from what a caller sent. */
export const reachOf = ({ publicOrigin, hosts, port }: Pick<Env, 'publicOrigin' | 'hosts' | 'port'>): readonly [string, ...string[]] => {
  const own = hosts.map((host) => `https://${host}:${port}`);
  const [first, ...others] = [...(publicOrigin === null ? [] : [publicOrigin]), ...own];
  return first === undefined ? [`http://localhost:${port}`] : [first, ...others];
};
