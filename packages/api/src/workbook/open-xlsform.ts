import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refusedFile, type XlsformOptions, type XlsformReport } from '@heliograph/domain/import/xlsform';

export interface SentWorkbook extends XlsformOptions {
  readonly bytes: Uint8Array;
  /** The file's name, as its owner calls it. */
  readonly name: string;
}

/** A report, and the memory it took. */
export interface OpenedWorkbook {
  readonly report: XlsformReport;
  /** Highest resident size of the process that read it; null where it was ended. */
  readonly peakKilobytes: number | null;
}

/** What a file may cost is counted in seconds of work, 4; by the clock it gets 20, for a machine that has other things to do. */
const LIMITS = { seconds: 20, workSeconds: 4, heapMegabytes: 160, dataKilobytes: 1_200_000, atOnce: 2 } as const;
const HERE = dirname(fileURLToPath(import.meta.url));

let running = 0;
const waiting: (() => void)[] = [];

/** Reads and translates a workbook in a process of its own, two at once at most, with little memory and little time. It always answers. */
export async function openXlsform(sent: SentWorkbook, seconds: number = LIMITS.seconds): Promise<OpenedWorkbook> {
  if (running >= LIMITS.atOnce) await new Promise<void>((start) => waiting.push(start));
  running++;
  try {
    return await inProcess(sent, seconds);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function inProcess({ bytes, ...wish }: SentWorkbook, seconds: number): Promise<OpenedWorkbook> {
  const command = [process.execPath, `--max-old-space-size=${LIMITS.heapMegabytes}`, join(HERE, 'worker.ts'), JSON.stringify(wish)];
  // As for photos: the shell sets the memory limit where the system has one, then becomes the worker. Our environment is not handed on.
  const child = spawn(
    '/bin/sh',
    ['-c', `ulimit -d ${LIMITS.dataKilobytes} 2>/dev/null; ulimit -t ${LIMITS.workSeconds} 2>/dev/null; exec "$@"`, 'workbook', ...command],
    {
      env: { NODE_NO_WARNINGS: '1', NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    },
  );
  // A worker that ends early closes the pipe under our hands; its exit says the rest.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(said) as OpenedWorkbook);
      // Killed by the clock, or by its own limit of memory.
      else
        resolve({
          report: refusedFile((signal === 'SIGKILL' || signal === 'SIGXCPU') && !said ? 'file_too_slow' : 'file_too_large', wish.name),
          peakKilobytes: null,
        });
    });
  });
}
