import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { MAX_PIXELS } from './jpeg.ts';
import { UNREADABLE } from './one-image.ts';

/** What a process made of an image is `made`, or why there is nothing. */
export type Decoded = { readonly kind: 'made'; readonly width: number; readonly height: number } | Exclude<Ending, { kind: 'said' }>;
/**
 * How an image process ended. `refused`: the image is at fault. `crashed`: the process died over it, of its memory or of the work it made; another
 * try may do. `failed`: this machine is at fault, too busy or its disk full, and nothing is known about the image.
 */
export type Ending = { readonly kind: 'said'; readonly text: string } | { readonly kind: 'refused' | 'crashed' | 'failed' };
/** Reads the evidence, writes the two pictures. */
export type Decode = (paths: Paths) => Promise<Decoded>;
type Paths = Readonly<Record<'evidence' | 'picture' | 'thumbnail', string>>;

const madeSchema = z.object({ width: z.int(), height: z.int() });
const LIMITS = { heapMegabytes: 64, dataKilobytes: 1_200_000, atOnce: 2 } as const;

interface Patience {
  /** What an image may take of a processor: it is judged by that. */
  readonly cpuSeconds: number;
  /** How long its process may last, on a machine however busy; that is not its fault. */
  readonly seconds: number;
}
const PATIENCE: Patience = { cpuSeconds: 15, seconds: 60 };
// Not `new URL(…)`: a bundler would copy the file away from the modules it imports.
const HERE = dirname(fileURLToPath(import.meta.url));

/** Decodes in processes of their own, a few at once, each with little memory and little time. */
export function createDecoder(patience = PATIENCE): Decode {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (paths) => {
    if (running >= LIMITS.atOnce) await new Promise<void>((start) => waiting.push(start));
    running++;
    try {
      return await runWorker(paths, patience);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

async function runWorker({ evidence, picture, thumbnail }: Paths, patience: Patience): Promise<Decoded> {
  const ending = await imageProcess('decode-worker.ts', [evidence, picture, thumbnail, String(MAX_PIXELS)], patience);
  return ending.kind === 'said' ? { kind: 'made', ...madeSchema.parse(JSON.parse(ending.text)) } : ending;
}

/** Runs one program of this folder in a process of its own, with little memory and little time. */
export function imageProcess(program: string, args: readonly string[], { cpuSeconds, seconds } = PATIENCE): Promise<Ending> {
  const command = [process.execPath, `--max-old-space-size=${LIMITS.heapMegabytes}`, join(HERE, program), ...args];
  const limits = `ulimit -d ${LIMITS.dataKilobytes} 2>/dev/null; ulimit -S -t ${cpuSeconds} 2>/dev/null`;
  // The shell sets the limits where the system has them, then becomes the worker. Our environment, with its secrets, is not handed on.
  const child = spawn('/bin/sh', ['-c', `${limits}; exec "$@"`, 'decode', ...command], {
    env: { NODE_NO_WARNINGS: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code === 0 ? { kind: 'said', text: said } : { kind: blame(code, signal) }));
  });
}

/** Nobody dies of these by what they do: it is us after too long a wait, a system short of memory, or a server that goes down. */
const FROM_OUTSIDE: ReadonlySet<NodeJS.Signals> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP']);

/** @param signal what ended it, where it did not end by itself */
function blame(code: number | null, signal: NodeJS.Signals | null): 'refused' | 'crashed' | 'failed' {
  if (code === UNREADABLE) return 'refused';
  return signal !== null && !FROM_OUTSIDE.has(signal) ? 'crashed' : 'failed';
}
