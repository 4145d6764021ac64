import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, leaveStamp } from './fingerprint.mjs';
import { step } from './process.mjs';
import { manifests, pnpm, root } from './project.mjs';

const INSTALLED = 'node_modules/.heliograph-installed';
const BUILT = 'apps/web/.next/heliograph-sources';

/** pnpm through npm, which is certain to be there: nothing has to be installed by hand. @param {string} label @param {string[]} args */
const withPnpm = (label, ...args) => step(label, 'npm', ['exec', '--yes', '--', pnpm(), ...args]);

/** Brings node_modules in line with the lock file; nothing to do when they are. */
export async function install() {
  const print = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests()]);
  if (isStamped(INSTALLED, print) && existsSync(join(root, 'node_modules/.modules.yaml'))) return;
  await withPnpm('Installing packages', 'install', '--frozen-lockfile', '--prefer-offline');
  leaveStamp(INSTALLED, print);
}

/** Builds the application, unless the last build was of the same sources. */
export async function build() {
  const sources = manifests()
    .filter((path) => !path.includes('/tools/'))
    .map((path) => path.replace('/package.json', ''));
  const print = fingerprint(['pnpm-lock.yaml', 'turbo.json', ...sources]);
  if (isStamped(BUILT, print) && existsSync(join(root, 'apps/web/.next/BUILD_ID'))) return;
  await withPnpm('Building the application', 'exec', 'turbo', 'run', 'build', '--output-logs=new-only');
  leaveStamp(BUILT, print);
}
