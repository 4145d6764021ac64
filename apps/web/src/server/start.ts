/**
 * Starts Heliograph: reads the environment, opens the database, serves pages and API, and says where.
 * `--dev`: pages built as they are asked for. `--https`: with a certificate, the one that was given or one of the server's own.
 */
import { AUTHORITY_PATH, parseEnv, reachOf, withHttps } from '@heliograph/api';
import { greeting } from './greeting.ts';
import { nearbyHosts } from './https/hosts.ts';
import { serve } from './serve.ts';

const began = Date.now();
const tell = (message: string) => process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${message}\n`);
const [major = 0] = process.versions.node.split('.').map(Number);

try {
  if (major < 24) throw new Error(`Heliograph needs Node 24 or newer; this is ${process.version}. Start it with: npm start`);
  const given = parseEnv(process.env);
  const env = process.argv.includes('--https') ? withHttps(given, nearbyHosts()) : given;
  const { port, api, authority, close } = await serve({ env, isDev: process.argv.includes('--dev'), tell });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  const addresses = reachOf({ ...env, port });
  const trust = authority === null ? null : { url: `${addresses[0].replace('https:', 'http:')}${AUTHORITY_PATH}`, fingerprint: authority };
  process.stdout.write(await greeting({ addresses, authority: trust }, api));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
