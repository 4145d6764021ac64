/**
 * Looks for seeds that fail without a guard and keeps the first five: `node hunt.ts [GUARD…]`. Run after the simulator changed on purpose;
 * the result is committed as `kept-seeds.json`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { GUARDS } from './guards.ts';

const KEPT = 5;
const LOT = 150;
const MOST = 9000;
const file = new URL('./kept-seeds.json', import.meta.url);
const kept: Record<string, number[]> = JSON.parse(readFileSync(file, 'utf8'));
const wanted = process.argv.slice(2);

function failing(guard: string, seeds: readonly number[]): number[] {
  const script = new URL('./run-without-guard.ts', import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [script, guard, ...seeds.map(String)], { encoding: 'utf8' })).failed;
}

for (const { name } of GUARDS.filter((guard) => wanted.length === 0 || wanted.includes(guard.name))) {
  const found: number[] = [];
  for (let from = 1; from < MOST && found.length < KEPT; from += LOT)
    found.push(
      ...failing(
        name,
        [...Array(LOT).keys()].map((n) => n + from),
      ),
    );
  kept[name] = found.slice(0, KEPT);
  process.stdout.write(`${name}: ${kept[name].join(' ')}\n`);
  const latest: Record<string, number[]> = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...latest, [name]: kept[name] }, null, 2)}\n`);
}
