import { COVERAGE } from '@heliograph/sync/simulator';
import type { Outcome } from './worker.ts';

/** Every bad state must be reached by at least this share of the seeds, or the simulation proves less than it says. */
const LEAST_SHARE = 0.01;
/** Fewer seeds than this say nothing about shares. */
const ENOUGH_SEEDS = 1000;

/** What a run of many seeds came to. */
export class Summary {
  seeds = 0;
  operations = 0;
  readonly failures: Outcome[] = [];
  readonly #reached = new Map<string, number>(COVERAGE.map((state) => [state, 0]));

  add(outcome: Outcome): void {
    this.seeds++;
    this.operations += outcome.operations;
    if (outcome.violations.length > 0) this.failures.push(outcome);
    for (const state of outcome.covered) this.#reached.set(state, (this.#reached.get(state) ?? 0) + 1);
  }

  /** Bad states that were hardly reached. */
  get unreached(): string[] {
    if (this.seeds < ENOUGH_SEEDS) return [];
    return [...this.#reached].filter(([, seeds]) => seeds < this.seeds * LEAST_SHARE).map(([state, seeds]) => `${state} (${seeds} seeds)`);
  }

  get hasFailed(): boolean {
    return this.failures.length > 0 || this.unreached.length > 0;
  }

  /** How many seeds reached each state, most first. */
  get coverage(): string {
    return [...this.#reached]
      .sort(([, a], [, b]) => b - a)
      .map(([state, seeds]) => `${state} ${seeds}`)
      .join(', ');
  }
}
