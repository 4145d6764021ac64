import type { Agreement } from '@heliograph/domain/vision';

type Confusion = Agreement['confusion'];

/** Where the model saw nothing, or the person says that there is nothing. */
export const NO_DEFECT = '';

export interface Matrix {
  /** Classes of rows and columns alike, the most frequent first; what is no defect last. */
  readonly names: readonly string[];
  readonly most: number;
  /** Classes that are not in it. */
  readonly leftOut: number;
  count(proposed: string, decided: string): number;
}

/** What is taken for what, as a square of the classes that occur most. */
export function matrixOf(confusion: Confusion, size: number): Matrix {
  const [weights, cells] = [new Map<string, number>(), new Map<string, number>()];
  for (const { proposed, decided, count } of confusion) {
    for (const name of new Set([proposed ?? NO_DEFECT, decided ?? NO_DEFECT])) weights.set(name, (weights.get(name) ?? 0) + count);
    cells.set(`${proposed ?? NO_DEFECT} ${decided ?? NO_DEFECT}`, count);
  }
  const ranked = [...weights].filter(([name]) => name !== NO_DEFECT).toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b));
  const names = ranked.slice(0, size).map(([name]) => name);
  const count = (proposed: string, decided: string) => cells.get(`${proposed} ${decided}`) ?? 0;
  const all = weights.has(NO_DEFECT) ? [...names, NO_DEFECT] : names;
  const most = Math.max(1, ...all.flatMap((row) => all.map((column) => count(row, column))));
  return { names: all, most, leftOut: ranked.length - names.length, count };
}
