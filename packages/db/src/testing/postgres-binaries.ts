import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const OLDEST = 15;
const USUAL_PLACES = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin', '/usr/local/opt/postgresql@*/bin'];

/**
 * Folder of PostgreSQL's own programs. On Debian, as root, they are installed when they are missing.
 * @throws Error with what to do, where they cannot be had
 */
export function postgresBinaries(): string {
  const found = find() ?? (mayInstall() ? install() : null);
  if (found === null)
    throw new Error(
      `These tests need PostgreSQL ${OLDEST} or newer: install its server, or set TEST_DATABASE_URL to one where databases may be made.`,
    );
  return found;
}

function find(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => (existsSync(join(folder, 'initdb')) ? [dirname(realpathSync(join(folder, 'initdb')))] : []));
  const candidates = [...onPath, ...USUAL_PLACES.flatMap((pattern) => globSync(pattern))].filter((folder) => existsSync(join(folder, 'postgres')));
  const [best] = candidates.map((folder) => ({ folder, version: versionOf(folder) })).sort((a, b) => b.version - a.version);
  return best !== undefined && best.version >= OLDEST ? best.folder : null;
}

const versionOf = (folder: string): number =>
  Number(/\d+/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0] ?? 0);

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function install(): string | null {
  // Debian would otherwise start a server of its own beside ours.
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) {
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, 'create_main_cluster = false\n');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env, stdio: 'inherit' });
  return find();
}
