import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { script } from '../test/part.ts';
import type { Plant } from './plants.ts';

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What its test said with the plant in place. `broken`: the file could not even be loaded, which proves nothing. */
export type Catch = { readonly kind: 'caught' | 'missed' } | { readonly kind: 'broken'; readonly why: string };

/** Plants one bug and runs the one test that is there for it. */
export async function runPlant({ name, caught: { project, file, title } }: Plant): Promise<Catch> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-plant-'));
  const report = join(folder, 'report.json');
  try {
    const { said } = await script(
      'node_modules/vitest/vitest.mjs',
      ['run', '-c', 'packages/tools/src/plants/vitest.config.ts', file, '-t', title, '--reporter=json', `--outputFile.json=${report}`],
      { isQuiet: true, env: { PLANT: name, PLANT_PROJECT: project } },
    );
    const text = await readFile(report, 'utf8').catch(() => null);
    if (text === null) return { kind: 'broken', why: said };
    // Vitest's own report.
    const { testResults } = JSON.parse(text) as Report;
    const found = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ fullName }) => fullName.includes(title));
    if (found.length === 0) return { kind: 'broken', why: testResults.map(({ message }) => message).join('\n') || said };
    return { kind: found.some(({ status }) => status === 'failed') ? 'caught' : 'missed' };
  } finally {
    await rm(folder, { recursive: true });
  }
}
