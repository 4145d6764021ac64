import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Browser } from './driver.ts';

/** Brings what is missing, on Debian as root. Elsewhere only what is there is run. */
export function install(browsers: readonly Browser[]): void {
  const missing = browsers.filter((browser) => !browser.isInstalled());
  if (missing.length === 0 || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.log(`Installing ${missing.map(({ name }) => name).join(' and ')} with apt-get.`);
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], quiet);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.flatMap(({ packages }) => packages)], quiet);
}
