import { appendFileSync, readFileSync } from 'node:fs';

/** What was done so and so often, and held each time: one line of the table at the end of a run. */
export interface Count {
  readonly what: string;
  readonly times: number;
}

/** Adds to the table of this run, where there is one: a test that runs alone has none. */
export function count(what: string, times: number): void {
  const file = process.env['COUNTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, times })}\n`);
}

/** The one table, the same things added up, in the order in which they first came. */
export function countTable(file: string): string {
  const sums = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    // Written by `count`, above.
    const { what, times } = JSON.parse(line) as Count;
    sums.set(what, (sums.get(what) ?? 0) + times);
  }
  const width = Math.max(...[...sums.keys()].map((what) => what.length), 0);
  return [...sums].map(([what, times]) => `${what.padEnd(width)}  ${times.toLocaleString('en').padStart(11)}`).join('\n');
}
