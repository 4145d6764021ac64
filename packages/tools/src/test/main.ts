import { type Part, runParts, type Tally } from './part.ts';
import { simulation } from './simulation.ts';
import { lint, types } from './static.ts';
import { journeys, vitest } from './suites.ts';

const [which = 'all', built] = process.argv.slice(2);

/** A part that needs the built application: without one it has failed. */
const needsBuild = (part: Part): Part =>
  built === 'built'
    ? part
    : { ...part, run: async (): Promise<Tally> => ({ passed: 0, failed: 1, why: ['Not run: the application could not be built (see above).'] }) };

const check = [lint, types, vitest('rules and embedded database', 'unit', 'db')];
const rest = (seeds: number) => [vitest('real PostgreSQL', 'pg'), simulation(seeds), needsBuild(vitest('the build', 'built')), needsBuild(journeys)];
const plans: Record<string, readonly Part[]> = {
  check,
  all: [...check, ...rest(1_000)],
  long: [...check, ...rest(100_000), vitest('long', 'long')],
};

const plan = plans[which];
if (plan === undefined) throw new Error(`${which}: say check, all or long`);
const { passed, failed } = await runParts(plan);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
