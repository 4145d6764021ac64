import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../bootstrap/project.mjs';
import { countTable } from './counts.ts';
import { type Part, runParts, type Tally } from './part.ts';
import { simulation } from './simulation.ts';
import { lint, types } from './static.ts';
import { journeys, type Manner, otherBrowsers, vitest } from './suites.ts';

const [which = 'all', built] = process.argv.slice(2);

/** A part that needs the built application: without one it has failed. */
const needsBuild = (part: Part): Part =>
  built === 'built'
    ? part
    : { ...part, run: async (): Promise<Tally> => ({ passed: 0, failed: 1, why: ['Not run: the application could not be built (see above).'] }) };

const byDay: Manner = { fails: 'again', isDrawnAnew: false, isWhole: false };
const byNight: Manner = { fails: 'at once', isDrawnAnew: true, isWhole: true };

const check = (manner: Manner) => [lint, types, vitest('rules and embedded database', ['rules', 'unit', 'db'], manner)];
const rest = (seeds: number, manner: Manner) => [
  vitest('real PostgreSQL', ['pg'], manner),
  simulation(seeds),
  needsBuild(vitest('the build', ['built'], manner)),
  needsBuild(journeys(manner)),
  needsBuild(otherBrowsers(manner)),
];
const plans: Record<string, readonly Part[]> = {
  check: check(byDay),
  all: [...check(byDay), ...rest(1_000, byDay)],
  long: [...check(byNight), ...rest(100_000, byNight), vitest('long', ['long'], byNight)],
};

const plan = plans[which];
if (plan === undefined) throw new Error(`${which}: say check, all or long`);
const folder = mkdtempSync(join(tmpdir(), 'heliograph-counts-'));
const counts = join(folder, 'counts.jsonl');
writeFileSync(counts, '');
// For what is counted here, and in the processes of every part.
for (const env of [process.env, environment]) env['COUNTS'] = counts;
const { passed, failed } = await runParts(plan);
const table = countTable(counts);
rmSync(folder, { recursive: true });
if (table !== '') console.log(`What this run did, and what held each time unless a test above says otherwise:\n\n${table}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
