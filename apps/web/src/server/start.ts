/** Starts Heliograph: reads the environment, opens the database, serves pages and API, and says where. `--dev`: pages built as they are asked for. */
import { parseEnv } from '@heliograph/api';
import { greeting } from './greeting.ts';
import { serve } from './serve.ts';

const began = Date.now();
const tell = (message: string) => process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${message}\n`);
const [major = 0] = process.versions.node.split('.').map(Number);

try {
  if (major < 24) throw new Error(`Heliograph needs Node 24 or newer; this is ${process.version}. Start it with: npm start`);
  const env = parseEnv(process.env);
  const { port, api, close } = await serve({ env, isDev: process.argv.includes('--dev'), tell });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  process.stdout.write(await greeting({ addresses: [env.publicOrigin ?? `http://localhost:${port}`], authority: null }, api));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
