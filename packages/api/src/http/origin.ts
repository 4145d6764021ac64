import type { Env } from '../env.ts';
import { reachOf } from './reach.ts';

/** Origins a browser or script may send changes from: this server's own, and the public one (decision 31). */
export const allowedOrigins = (env: Pick<Env, 'port' | 'publicOrigin' | 'hosts'>): ReadonlySet<string> =>
  new Set([`http://localhost:${env.port}`, `http://127.0.0.1:${env.port}`, ...reachOf(env)]);

/**
 * Whether a changing request comes from our own pages (or a script that says so). The browser writes `Sec-Fetch-Site`, no page can;
 * where it is absent (scripts, very old browsers) `Origin` must be ours. `Origin: null` never is.
 */
export function isSameOrigin(headers: Headers, origins: ReadonlySet<string>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && origins.has(origin);
}

export const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/** `application/json`, with or without a charset. Forms and plain text can be sent cross-site without asking; JSON cannot. */
export const isJson = (headers: Headers): boolean => (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() === 'application/json';
