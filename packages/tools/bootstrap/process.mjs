import { spawn } from 'node:child_process';
import { environment } from './project.mjs';

/** @type {import('node:child_process').ChildProcess | null} */
let child = null;
let isInterrupted = false;

/** Passes on every signal that ends a program, to whatever the child at work has started as well. */
export function forwardSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      isInterrupted = true;
      if (child?.pid === undefined) process.exit(130);
      signalGroup(child.pid, signal);
    });
  }
}

/**
 * Signals a process started with `detached: true` and everything below it: npm, pnpm and turbo do not pass signals on.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The group ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/**
 * Runs a command with the terminal's output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env) {
  return ended(spawn(command, args, { env, stdio: 'inherit', detached: true }));
}

/**
 * Runs a command quietly, saying how long it has been at it. What it printed is shown when it fails.
 * @param {string} label
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function step(label, command, args) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const ticking = setInterval(() => tell(`${label} … ${seconds()} s`), process.stdout.isTTY ? 1000 : 10_000);
  const quiet = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  /** @type {Buffer[]} */
  const said = [];
  quiet.stdout.on('data', (bytes) => said.push(bytes));
  quiet.stderr.on('data', (bytes) => said.push(bytes));
  tell(`${label} …`);
  const code = await ended(quiet).finally(() => clearInterval(ticking));
  if (code === 0) return tell(`${label}: done in ${seconds()} s\n`);
  process.stdout.write(`\n${Buffer.concat(said).toString()}\n`);
  throw new Error(`${label}: failed with exit code ${code} after ${seconds()} s`);
}

/** @param {import('node:child_process').ChildProcess} started @returns {Promise<number>} */
function ended(started) {
  child = started;
  return new Promise((resolve, reject) => {
    started.on('error', reject);
    started.on('close', (code) => {
      child = null;
      // A part that was interrupted is not followed by the next one.
      if (isInterrupted) process.exit(code ?? 130);
      resolve(code ?? 130);
    });
  });
}

/** One line that is written over on a terminal, and a line each time elsewhere. @param {string} line */
function tell(line) {
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${line}` : line.endsWith('\n') ? line : `${line}\n`);
}
