import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine. */
const processes = (): Process[] =>
  execFileSync('ps', ['-eww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });

/** The browser that uses a profile and all that it started: its renderers and services carry the profile's name only in part. */
function ofProfile(profileDir: string): number[] {
  const all = processes();
  const found = new Set(all.filter(({ command }) => command.includes(`--user-data-dir=${profileDir}`)).map(({ pid }) => pid));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Processes that draw pages for a profile's browser. */
export function renderersOf(profileDir: string): number[] {
  const mine = new Set(ofProfile(profileDir));
  return processes().flatMap(({ pid, command }) => (mine.has(pid) && command.includes('--type=renderer') ? [pid] : []));
}

/** Power cut: every process of the profile's browser ends at once, none gets to tidy up. */
export async function killProfile(profileDir: string): Promise<void> {
  for (let left = ofProfile(profileDir); left.length > 0; left = ofProfile(profileDir)) {
    for (const pid of left) endNow(pid);
    await pause(20);
  }
}

function endNow(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
