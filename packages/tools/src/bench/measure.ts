/** One figure of the bench, as `.bench/latest.json` keeps it. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same thing done bare, in the same run on the same machine; null where nothing is barer. */
  readonly floor: number | null;
  /** Of value to floor, the way that the target is written. */
  readonly ratio: number | null;
  /** What quality asks, for people to read; the bench never fails on it. */
  readonly target: string | null;
}

/** Some measures that share their preparation. */
export interface Bench {
  readonly name: string;
  /** Whether `npm run bench -- --short` (every change) runs it, with fewer repetitions. */
  readonly isInShort: boolean;
  readonly needsBuild: boolean;
  run(effort: Effort): Promise<readonly Measure[]>;
}

/** How often things are repeated. */
export type Effort = 'short' | 'full';

type Figure = Pick<Measure, 'name' | 'value' | 'unit'> & { readonly target?: string };

/** A figure that stands alone: bytes, counts, or a time without a floor. */
export const plain = ({ name, value, unit, target }: Figure): Measure => ({
  name,
  value: rounded(value),
  unit,
  floor: null,
  ratio: null,
  target: target ?? null,
});

/** A figure set against its floor. `ratio` is value ÷ floor. */
export const against = (floor: number, { name, value, unit, target }: Figure): Measure => ({
  name,
  value: rounded(value),
  unit,
  floor: rounded(floor),
  ratio: rounded(value / floor),
  target: target ?? null,
});

/** Three figures say enough. */
const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
