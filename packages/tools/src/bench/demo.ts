import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDataDir, type Server, startServer } from '../browser/index.ts';

interface Seed {
  readonly dataDir: string;
  /** Milliseconds from the start of the process on an empty folder to its first "ready". */
  readonly startedIn: number;
}

let seed: Promise<Seed> | null = null;

/** The first start of a server, which makes the demonstration organisations: once for all benches. */
export function seedDemo(): Promise<Seed> {
  seed ??= seedOnce();
  return seed;
}

async function seedOnce(): Promise<Seed> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heliograph-seed-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, env: { DEMO: 'on' } });
  await server.stop();
  return { dataDir, startedIn: server.startedIn };
}

/** A server with a copy of the demonstration to itself. @param env variables over those of the bench */
export async function startDemo(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const dataDir = await copyDataDir((await seedDemo()).dataDir);
  const server = await startServer({ dataDir, env });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
