import type { DecidedDefect, Outcome } from './decision.ts';

/** What the model said a defect was, and what a person says it is; null: it saw none, or there is none. */
export interface Pair {
  readonly proposed: string | null;
  readonly decided: string | null;
}

interface Decided {
  readonly outcome: Outcome;
  /** As shown to whoever decided, with their numbers in the proposal. */
  readonly proposed: readonly { readonly at: number; readonly class: string }[];
  /** Of a correction. */
  readonly defects: readonly Pick<DecidedDefect, 'of' | 'class'>[];
}

/** A decision as pairs of classes: what agreement, precision and confusion are counted from. */
export function pairsOf({ outcome, proposed, defects }: Decided): Pair[] {
  if (outcome === 'accept') return proposed.map((defect) => ({ proposed: defect.class, decided: defect.class }));
  if (outcome === 'reject') return proposed.map((defect) => ({ proposed: defect.class, decided: null }));
  const numbers = new Set(proposed.map(({ at }) => at));
  const added = defects.filter(({ of }) => of === null || !numbers.has(of));
  return [
    ...proposed.map((defect) => ({ proposed: defect.class, decided: defects.find(({ of }) => of === defect.at)?.class ?? null })),
    ...added.map((defect) => ({ proposed: null, decided: defect.class })),
  ];
}

/** Counts of one class, one model, one month, or all together. */
export interface Tally {
  /** Defects that were proposed and decided about. */
  readonly proposed: number;
  /** Of these, those that a person called the same. */
  readonly confirmed: number;
  /** Defects that a person found and the model had not, or had called otherwise. */
  readonly missed: number;
  /** confirmed / proposed; null where nothing was proposed. */
  readonly precision: number | null;
}

/** @param one class whose defects count, else all */
export function tallyOf(pairs: readonly (Pair & { readonly count: number })[], one?: string): Tally {
  const sum = (test: (pair: Pair) => boolean) => pairs.reduce((total, pair) => (test(pair) ? total + pair.count : total), 0);
  const isOf = (name: string | null) => name !== null && (one === undefined || name === one);
  const proposed = sum((pair) => isOf(pair.proposed));
  const confirmed = sum((pair) => isOf(pair.proposed) && pair.proposed === pair.decided);
  const missed = sum((pair) => isOf(pair.decided) && pair.proposed !== pair.decided);
  return { proposed, confirmed, missed, precision: proposed === 0 ? null : confirmed / proposed };
}
