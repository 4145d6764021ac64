import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { AppError } from '@heliograph/domain';

/** A gate this old, ms, was left by a crash: passing through it takes a moment. */
const GATE_LEFT_OVER = 10_000;

/**
 * Takes the lock of an embedded database: two processes on one directory corrupt it without a word. A lock whose process is dead is taken over.
 * @returns releases it
 * @throws AppError UNAVAILABLE naming the process that holds it
 */
export function takeLock(path: string): () => void {
  const mine = `${process.pid} ${birthOf(process.pid)} ${crypto.randomUUID()}`;
  throughGate(path, () => {
    const theirs = read(path);
    if (theirs !== null && isAlive(theirs)) throw inUse(path, theirs);
    // Renamed into place, so that nobody ever reads half a lock.
    writeFileSync(`${path}.new`, mine);
    renameSync(`${path}.new`, path);
  });
  return () => {
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/** One process at a time looks and decides: of two that start together over a dead lock, only one may win. A directory can be made once. */
function throughGate(path: string, decide: () => void): void {
  const gate = `${path}.gate`;
  if (ageOf(gate) > GATE_LEFT_OVER) rmSync(gate, { recursive: true, force: true });
  try {
    mkdirSync(gate);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? inUse(path, null) : error;
  }
  try {
    decide();
  } finally {
    rmSync(gate, { recursive: true, force: true });
  }
}

function inUse(path: string, holder: string | null): AppError {
  const who = holder === null ? 'another process' : `process ${holder.split(' ')[0]}`;
  return new AppError(
    'UNAVAILABLE',
    {},
    `The embedded database is in use by ${who} (${path}). It serves one process: stop that one, or use PostgreSQL.`,
  );
}

function isAlive(lock: string): boolean {
  const [pid = '', birth = ''] = lock.split(' ');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return birthOf(Number(pid)) === birth;
}

/** When a process was born, as far as the system tells: numbers come back after a reboot, and in a container ours is always the same. */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
    // Field 22 of proc_pid_stat(5); the first two were cut off with the name.
    return `${boot}/${afterName.split(' ')[19]}`;
  } catch {
    return '-';
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : null);
