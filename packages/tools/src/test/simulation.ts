import { count } from './counts.ts';
import { type Part, script, type Tally } from './part.ts';

/** Many lives of a small company, in a process of its own. */
export const simulation = (seeds: number): Part => ({
  name: `simulation, ${seeds.toLocaleString('en')} seeds`,
  run: async () => {
    const { said } = await script('packages/tools/src/simulate/main.ts', ['--seeds', String(seeds)], { isQuiet: true });
    console.log(said.trim());
    const [, lived, operations] = /(\d+) seeds, (\d+) operations/.exec(said) ?? [];
    count('seeds of the simulator', Number(lived ?? 0));
    count('operations recorded in them', Number(operations ?? 0));
    return simulationTally(said);
  },
});

/** All seeds together count as one test, and so does having reached every bad state; each seed that fails counts. */
export function simulationTally(said: string): Tally {
  const [, violated, unreached] = /(\d+) seeds with violations, (\d+) states unreached\s*$/.exec(said) ?? [];
  if (violated === undefined || unreached === undefined) return { passed: 0, failed: 1, why: ['The simulation did not come to its end.'] };
  const passed = Number(violated === '0') + Number(unreached === '0');
  return { passed, failed: Number(violated) + Number(unreached !== '0') };
}
