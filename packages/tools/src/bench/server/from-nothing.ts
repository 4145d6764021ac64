import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signalGroup } from '../../../bootstrap/process.mjs';
import { root } from '../../../bootstrap/project.mjs';
import { freePort } from '../../browser/index.ts';

const PATIENCE = 900_000;

/**
 * What a newcomer does: clones the last commit and says `npm start`, with an empty home and only the programs of the machine.
 * Milliseconds from `npm start` to the first "ready".
 */
export async function startFromNothing(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-newcomer-'));
  const [clone, home] = [join(folder, 'heliograph'), join(folder, 'home')];
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  await mkdir(home);
  const port = await freePort();
  const started = performance.now();
  const npm = spawn('npm', ['start'], { cwd: clone, env: newcomersEnvironment(home, port), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  try {
    await ready(npm, port);
    return performance.now() - started;
  } finally {
    if (npm.pid !== undefined) signalGroup(npm.pid, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing of this checkout: neither its programs nor what npm told this process. */
const newcomersEnvironment = (home: string, port: number): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|turbo_|NODE_ENV$|DATABASE_URL$|DATA_DIR$|DEMO$)/i.test(name))),
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((path) => !path.startsWith(root))
    .join(delimiter),
  HOME: home,
  PORT: String(port),
});

async function ready(npm: ChildProcess, port: number): Promise<void> {
  let said = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause(200)) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with exit code ${npm.exitCode}:\n${said}`);
    const answer = await fetch(`http://localhost:${port}/api/ready`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`npm start was not serving in ${PATIENCE / 1000} s:\n${said}`);
}
