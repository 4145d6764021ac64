import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries.ts';

export interface PostgresServer {
  /** Of a superuser, to the database `postgres`. */
  readonly url: string;
  /** Kills it without a chance to write anything, as a power cut would; the data directory stays. */
  crash(): Promise<void>;
  /** `kill -9` of the postmaster and of every process it has started: none of them does anything more. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const USER = 'heliograph';
// What people paste into an address without escaping it: every test then also proves that such a password works.
const PASSWORD = 'p@ss/w#rd?100%';

/**
 * Starts a PostgreSQL server of its own in a temporary directory, on a free port of this machine.
 * @param isDurable waits for the disk at every commit, as in production; needed only where a test crashes the server
 */
export async function startPostgres({ isDurable = false }: { isDurable?: boolean } = {}): Promise<PostgresServer> {
  const binaries = postgresBinaries();
  const home = mkdtempSync(join(tmpdir(), 'heliograph-pg-'));
  const identity = unprivileged();
  if (identity !== null) chownSync(home, identity.uid, identity.gid);
  const data = join(home, 'data');
  const secret = join(home, 'password');
  writeFileSync(secret, PASSWORD);
  chmodSync(secret, 0o644);
  const asUser = { ...identity, cwd: home, env: { PATH: process.env['PATH'], LC_ALL: 'C', NODE_ENV: 'test' as const } };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', USER, '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...asUser, stdio: 'pipe' },
  );
  const port = await freePort();
  const url = `postgresql://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`;
  const speed = isDurable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
  let child: ChildProcess | null = null;

  const start = async () => {
    child = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), '-k', home, '-h', '127.0.0.1', ...speed], {
      ...asUser,
      stdio: 'ignore',
    });
    process.once('exit', () => child?.kill('SIGQUIT'));
    await untilReady(url, child);
  };
  // SIGQUIT: immediate shutdown, without a checkpoint.
  const crash = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGQUIT');
    await once(child, 'exit');
  };
  const kill = async () => {
    const { pid } = child ?? {};
    if (child === null || pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    // Each of its processes leads a group of its own, so that no signal to a group reaches them.
    const all = [pid, ...childrenOf(pid)];
    const ended = once(child, 'exit');
    for (const one of all) endNow(one);
    await ended;
    // A new one refuses to start while an old one still holds the shared memory.
    while (all.some(isThere)) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await start();
  return {
    url,
    crash,
    kill,
    start,
    stop: async () => {
      await crash();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line) => {
    const [child = 0, parent] = line.trim().split(/\s+/).map(Number);
    return parent === pid ? [child] : [];
  });
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

/** Whether the process still runs; one that has ended and waits to be counted holds nothing. */
function isThere(pid: number): boolean {
  try {
    return !/^\s*Z/.test(execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root; `nobody` is there on every system. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const numberOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL stopped while starting (exit ${child.exitCode})`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('PostgreSQL did not start within 15 s');
}
