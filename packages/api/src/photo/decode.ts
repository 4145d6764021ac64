import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { MAX_PIXELS } from './jpeg.ts';

/** `refused`: the image is at fault. `crashed`: the process died and nothing is known; another try may do. */
export type Decoded =
  | { readonly kind: 'made'; readonly width: number; readonly height: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'crashed' };
/** Reads the evidence, writes the two pictures. */
export type Decode = (paths: Paths) => Promise<Decoded>;
type Paths = Readonly<Record<'evidence' | 'picture' | 'thumbnail', string>>;

const madeSchema = z.object({ width: z.int(), height: z.int() });
const LIMITS = { seconds: 15, heapMegabytes: 64, dataKilobytes: 1_200_000, atOnce: 2 } as const;
const UNREADABLE = 65;
// Not `new URL(…)`: a bundler would copy the file away from the modules it imports.
const HERE = dirname(fileURLToPath(import.meta.url));

/** Decodes in processes of their own, a few at once, each with little memory and little time. */
export function createDecoder(seconds: number = LIMITS.seconds): Decode {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (paths) => {
    if (running >= LIMITS.atOnce) await new Promise<void>((start) => waiting.push(start));
    running++;
    try {
      return await runWorker(paths, seconds);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

async function runWorker({ evidence, picture, thumbnail }: Paths, seconds: number): Promise<Decoded> {
  const { code, said } = await imageProcess('decode-worker.ts', [evidence, picture, thumbnail, String(MAX_PIXELS)], seconds);
  const made = code === 0 ? madeSchema.safeParse(JSON.parse(said)) : null;
  return made?.success ? { kind: 'made', ...made.data } : { kind: code === UNREADABLE ? 'refused' : 'crashed' };
}

/** Runs one program of this folder in a process of its own, with little memory and little time. @returns its exit code, null where it was killed */
export function imageProcess(program: string, args: readonly string[], seconds: number): Promise<{ code: number | null; said: string }> {
  const command = [process.execPath, `--max-old-space-size=${LIMITS.heapMegabytes}`, join(HERE, program), ...args];
  // The shell sets the memory limit where the system has one, then becomes the worker. Our environment, with its secrets, is not handed on.
  const child = spawn('/bin/sh', ['-c', `ulimit -d ${LIMITS.dataKilobytes} 2>/dev/null; exec "$@"`, 'decode', ...command], {
    env: { NODE_NO_WARNINGS: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}
