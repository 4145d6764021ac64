import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environment, serverCommand } from '../../bootstrap/project.mjs';

export interface ServerOptions {
  /** Variables over those of the test: `DEMO`, `DATABASE_URL`, … */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the embedded database, the key and the photos. Without one: a fresh folder, gone when the server stops. */
  readonly dataDir?: string;
  /** The same port again, for a server that comes back. */
  readonly port?: number;
}

/** The built application, running as `npm start` runs it. */
export interface Server {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first "ready". */
  readonly startedIn: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as an operator would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. What is on the disk stays, even in a folder of its own. */
  kill(): Promise<void>;
}

/** Long enough for the slowest machine to seed a database; only a hang takes it. */
const PATIENCE = 180_000;

export async function startServer({ env = {}, dataDir, port }: ServerOptions = {}): Promise<Server> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'heliograph-data-')));
  const chosen = port ?? (await freePort());
  const { command, args } = serverCommand();
  const started = performance.now();
  const child = spawn(
    command,
    args.filter((arg) => !arg.startsWith('--env-file')),
    {
      env: { ...environment, LOG_LEVEL: 'warn', ...env, NODE_ENV: 'production', PORT: String(chosen), DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  const origin = `http://localhost:${chosen}`;
  await ready(origin, child, () => said);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
  };
  return {
    origin,
    port: chosen,
    dataDir: folder,
    pid: child.pid ?? 0,
    startedIn: performance.now() - started,
    output: () => said,
    stop: async () => {
      await end('SIGTERM');
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

async function ready(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode} before it was ready:\n${said()}`);
    const answer = await fetch(`${origin}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready in ${PATIENCE / 1000} s:\n${said()}`);
}

/** A data folder with the demonstration organisations in it, made once, to be copied for each server that needs one. */
export async function seedDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heliograph-seed-'));
  const server = await startServer({ dataDir, env: { DEMO: 'on' } });
  await server.stop();
  return dataDir;
}

export async function copyDataDir(from: string): Promise<string> {
  const to = await mkdtemp(join(tmpdir(), 'heliograph-data-'));
  await cp(from, to, { recursive: true });
  return to;
}

/** A port nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
