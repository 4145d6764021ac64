import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Sample {
  /** Where the code would stand; what is refused depends on it. A file called `x` stands for any file of its folder. */
  readonly path: string;
  readonly code: string;
}

/** What the project's own lint says about samples that are in no room: rule and message of every complaint, sample by sample. */
export async function lintSamples(samples: readonly Sample[]): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'heliograph-lint-'));
  try {
    await copyRules(home);
    const placed = samples.map(({ path, code }, n) => ({ file: path.replace(/\/x(?=\.(?:test\.)?tsx?$)/, `/sample-${n}`), code }));
    for (const { file, code } of placed) {
      await mkdir(dirname(join(home, file)), { recursive: true });
      await writeFile(join(home, file), code);
    }
    const report = await biome(home);
    return placed.map(({ file }) => complaints(report, file));
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The report of one file: everything under the headings that bear its name. */
const complaints = (report: string, file: string) =>
  report
    .split(/\n(?=\S+\.tsx?(?::\d+:\d+)? (?:lint|plugin|parse))/)
    .filter((part) => part.startsWith(`${file}:`) || part.startsWith(`${file} `))
    .join('\n');

/** The configuration as it stands, with every room's list of dependencies. */
async function copyRules(home: string) {
  await copyFile(join(root, 'biome.json'), join(home, 'biome.json'));
  await copyFile(join(root, '.gitignore'), join(home, '.gitignore'));
  await cp(join(root, 'packages/config/lint'), join(home, 'packages/config/lint'), { recursive: true });
  for (const room of ['apps/web', ...(await readdir(join(root, 'packages'))).map((name) => `packages/${name}`)]) {
    await mkdir(join(home, room), { recursive: true });
    await copyFile(join(root, room, 'package.json'), join(home, room, 'package.json'));
  }
}

/** One run over everything. Unused names are not what the samples are about. */
const biome = (home: string) =>
  new Promise<string>((resolve, reject) => {
    const quiet = ['--skip=correctness/noUnusedImports', '--skip=correctness/noUnusedVariables'];
    const args = ['lint', '--colors=off', '--max-diagnostics=none', ...quiet, 'packages', 'apps'];
    execFile(join(root, 'node_modules/.bin/biome'), args, { cwd: home, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      const report = `\n${stdout}${stderr}`;
      if (/Found \d+ error/.test(report)) resolve(report);
      else reject(new Error(`biome found nothing at all:${report}`));
    });
  });
