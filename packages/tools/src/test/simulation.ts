import { runSeeds } from '../simulate/crowd.ts';
import { Summary } from '../simulate/summary.ts';
import type { Part } from './part.ts';

/** Many lives of a small company. All seeds together count as one test, and so does having reached every bad state; each seed that fails counts. */
export const simulation = (count: number): Part => ({
  name: `simulation, ${count.toLocaleString('en')} seeds`,
  run: async () => {
    const summary = new Summary();
    await runSeeds({ from: 1, count }, (outcome) => summary.add(outcome));
    const { failures, unreached, operations } = summary;
    const why = failures
      .map(({ seed, violations }) => `seed ${seed}: ${violations[0]}`)
      .concat(unreached.map((state) => `hardly reached, so hardly proved: ${state}`));
    const passed = Number(failures.length === 0) + Number(unreached.length === 0);
    return {
      passed,
      failed: failures.length + Number(unreached.length > 0),
      why: why.length > 0 ? why.slice(0, 20) : [`${operations} operations, every one where it belongs`],
    };
  },
});
