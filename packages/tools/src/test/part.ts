import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, node, root } from '../../bootstrap/project.mjs';

/** What a part of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One plain sentence for each thing that failed, where the part's own output does not say it. */
  readonly why?: readonly string[];
}

/** One part of `npm test`. It never skips: what it cannot run it counts as failed, and says why. */
export interface Part {
  readonly name: string;
  run(): Promise<Tally>;
}

/** Runs a script of node_modules or of ours under the project's Node and gives its exit code. */
export function script(
  path: string,
  args: readonly string[],
  { isQuiet = false, env = {} as NodeJS.ProcessEnv } = {},
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node(), [join(root, path), ...args], {
      cwd: root,
      env: { ...environment, ...env },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        said += bytes.toString();
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 128, said }));
  });
}

/** Runs parts one after the other, each under its heading, and gives their sum. */
export async function runParts(parts: readonly Part[]): Promise<Tally> {
  const rows: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const part of parts) {
    console.log(`\n▸ ${part.name}`);
    const started = Date.now();
    const tally = await part.run().catch((error: unknown): Tally => ({ passed: 0, failed: 1, why: [String(error)] }));
    for (const reason of tally.why ?? []) console.log(`  ${reason}`);
    passed += tally.passed;
    failed += tally.failed;
    rows.push(
      `${tally.failed === 0 ? '✓' : '✗'} ${part.name.padEnd(36)} ${String(tally.passed).padStart(6)} passed ${String(tally.failed).padStart(4)} failed ${seconds(started).padStart(7)}`,
    );
  }
  console.log(`\n${rows.join('\n')}\n`);
  return { passed, failed };
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
