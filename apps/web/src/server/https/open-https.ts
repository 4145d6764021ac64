import type { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { AUTHORITY_PATH, type Env, reachOf } from '@heliograph/api';
import { ownCertificate } from './authority.ts';
import { plainAnswers, serveBoth } from './both.ts';

const DAY = 86_400_000;

/** Serves https: with the certificate that was given, else with one of our own authority. Either is looked at daily and taken anew when it was renewed. */
export async function openHttps(env: Env, handle: RequestListener) {
  const { authority, ...tls } = await credentials(env);
  const own = authority === null ? null : { path: AUTHORITY_PATH, der: authority.raw };
  const { server, cut, renew } = serveBoth(tls, handle, plainAnswers({ authority: own, origins: reachOf(env) }));
  const renewing = setInterval(() => {
    // What stands goes on being served: it is good for a month yet.
    credentials(env).then(renew, () => undefined);
  }, DAY).unref();
  server.once('close', () => clearInterval(renewing));
  // Next's development server takes upgrades from a server of its own: reloading on save needs plain http.
  return { http: server, authority: authority?.fingerprint256 ?? null, cut, dev: createServer() };
}

async function credentials({ certificate, dataDir, hosts }: Env): Promise<{ key: string; cert: string; authority: X509Certificate | null }> {
  if (certificate === null) return ownCertificate({ folder: join(dataDir, 'https'), hosts, now: Date.now() });
  return { key: await readFile(certificate.key, 'utf8'), cert: await readFile(certificate.cert, 'utf8'), authority: null };
}
