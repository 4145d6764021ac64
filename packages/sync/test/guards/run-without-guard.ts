/** Runs seeds with one guard taken away: `node run-without-guard.ts GUARD SEED…`; prints `{ failed: [seeds], cut: n }` as JSON. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { GUARDS } from './guards.ts';

const [name, ...seeds] = process.argv.slice(2);
const cuts = name === 'none' ? [] : (GUARDS.find((guard) => guard.name === name)?.cuts ?? null);
if (cuts === null) throw new Error(`no guard ${name}`);
const made = new Set<string>();

registerHooks({
  load(url, context, nextLoad) {
    const here = cuts.filter(({ file }) => url.startsWith('file:') && fileURLToPath(url).replaceAll('\\', '/').endsWith(file));
    if (here.length === 0) return nextLoad(url, context);
    let source = readFileSync(fileURLToPath(url), 'utf8');
    for (const { file, from, to } of here) {
      if (source.split(from).length !== 2) throw new Error(`${name}: the guard's lines stand ${source.split(from).length - 1} times in ${file}`);
      source = source.replace(from, () => to);
      made.add(from + to);
    }
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});

const { simulate } = await import('../../src/simulator/index.ts');
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const failed: number[] = [];
for (const seed of seeds.map(Number)) {
  Reflect.deleteProperty(globalThis, 'sequence');
  const run = await simulate(seed, { settle });
  if (run.violations.length > 0) failed.push(seed);
}
process.stdout.write(JSON.stringify({ failed, cut: made.size, cuts: cuts.length }));
