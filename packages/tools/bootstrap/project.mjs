import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

const bin = join(root, 'node_modules', '.bin');

/** The environment of every program of the project: its own tools first, and no telemetry. @type {NodeJS.ProcessEnv} */
export const environment = {
  ...process.env,
  PATH: [bin, process.env.PATH].join(delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
};

/** The pnpm named in package.json, so that everybody installs with the same one. */
export const pnpm = () => /** @type {string} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager);

/** `package.json` of every workspace. */
export const manifests = () =>
  ['apps', 'packages']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .filter((path) => existsSync(join(root, path)));

/** Node 24 as the project brings it; the machine's own where no binary exists for its platform. */
export function node() {
  const own = join(bin, 'node');
  if (existsSync(own)) return own;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  throw new Error(
    `Node 24 could not be installed for this platform, and this is Node ${process.versions.node}. Install Node 24 or newer and try again.`,
  );
}

/** Settings may stand in a file `.env`: what tells Node to read it, where there is one. @returns {string[]} */
export function settings() {
  const file = join(root, '.env');
  return existsSync(file) ? [`--env-file=${file}`] : [];
}

/** How the application is started: its own server, which serves the API and the pages that Next built. */
export const serverCommand = () => ({ command: node(), args: [...settings(), join(root, 'apps/web/src/server/start.ts')] });
