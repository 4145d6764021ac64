/**
 * The longest subsequence of a row of different numbers that rises. Of two orders of the same things, numbered by the first, it is their
 * longest common subsequence: everything else was moved, and nothing that need not be. n log n, by patience sorting.
 */
export function longestRise(row: readonly number[]): readonly number[] {
  /** Place of the smallest end of a rise of each length. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, value] of row.entries()) {
    const length = firstNotBelow(ends, (end) => row[end] ?? 0, value);
    before[at] = ends[length - 1];
    ends[length] = at;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.push(row[at] ?? 0);
  return rise.toReversed();
}

function firstNotBelow(ends: readonly number[], valueAt: (end: number) => number, value: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(ends[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
