import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../bootstrap/project.mjs';
import { benches } from './benches.ts';
import type { Effort, Measure } from './measure.ts';
import { tableOf } from './table.ts';

const { values, positionals } = parseArgs({ options: { short: { type: 'boolean', default: false } }, allowPositionals: true });
const [built, ...wanted] = positionals;
const effort: Effort = values.short ? 'short' : 'full';
const chosen = benches.filter(({ name, isInShort }) => (wanted.length > 0 ? wanted.includes(name) : effort === 'full' || isInShort));
if (chosen.length === 0) throw new Error(`No such bench. There are: ${benches.map(({ name }) => name).join(', ')}.`);

const [load = 0] = loadavg();
console.log(`${availableParallelism()} cores, of which ${load.toFixed(1)} were busy; times tell little on a busy machine, ratios to a floor more`);
const measures: Measure[] = [];
const failures: string[] = [];
for (const bench of chosen) {
  const started = Date.now();
  process.stdout.write(`${bench.name} …`);
  try {
    if (bench.needsBuild && built !== 'built') throw new Error('the application could not be built');
    measures.push(...(await bench.run(effort)));
    console.log(` ${Math.round((Date.now() - started) / 1000)} s`);
  } catch (error) {
    failures.push(bench.name);
    console.log(` could not be measured: ${error instanceof Error ? error.stack : error}`);
  }
}

console.log(`\n${tableOf(measures)}\n`);
await mkdir(join(root, '.bench'), { recursive: true });
await writeFile(join(root, '.bench/latest.json'), `${JSON.stringify(measures, null, 2)}\n`);
console.log(
  `${measures.length} measures in .bench/latest.json, ${failures.length} benches failed${failures.length > 0 ? `: ${failures.join(', ')}` : ''}`,
);
process.exit(failures.length === 0 ? 0 : 1);
