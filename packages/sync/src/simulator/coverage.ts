import { COVERAGE, type Covered } from './auditor.ts';
import type { Run } from './run.ts';

/** Share of seeds that must pass through each state: a simulation that never reaches the bad place proves nothing (sync.md 4.5). */
export const LEAST_SHARE = 0.01;

/** In how many of these runs each state was reached. */
export function countCoverage(runs: readonly Run[]): ReadonlyMap<Covered, number> {
  return new Map(COVERAGE.map((what) => [what, runs.filter(({ covered }) => covered.has(what)).length]));
}

/** States reached too rarely for these runs to be worth anything. */
export function missingCoverage(runs: readonly Run[]): readonly Covered[] {
  return [...countCoverage(runs)].filter(([, seeds]) => seeds < runs.length * LEAST_SHARE).map(([what]) => what);
}
