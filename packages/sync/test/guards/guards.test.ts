import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { GUARDS } from './guards.ts';

const kept: Record<string, number[]> = JSON.parse(readFileSync(new URL('./kept-seeds.json', import.meta.url), 'utf8'));
const script = fileURLToPath(new URL('./run-without-guard.ts', import.meta.url));
const run = async (guard: string, seeds: readonly number[]): Promise<{ failed: number[]; cut: number; cuts: number }> =>
  JSON.parse((await promisify(execFile)(process.execPath, [script, guard, ...seeds.map(String)])).stdout);

// Each guard's lines are cut out of the real engines while they are loaded; a cut that matches nothing is an error, not a pass.
describe.concurrent('with a guard taken away, the simulation fails', () => {
  test.for(GUARDS)('$name ($without)', { timeout: 60_000 }, async ({ name }) => {
    const seeds = kept[name] ?? [];
    // Five, but where a life without the guard rarely goes wrong.
    expect(seeds.length).toBeGreaterThan(0);
    const { failed, cut, cuts } = await run(name, seeds);
    expect(cut).toBe(cuts);
    expect(failed).toEqual(seeds);
  });
});

test('with every guard in place, all of those seeds pass', { timeout: 120_000 }, async () => {
  const seeds = [...new Set(Object.values(kept).flat())];
  expect((await run('none', seeds)).failed).toEqual([]);
});
