import type { Nano } from './usage.ts';

/** What was spent of a budget this month, and what calls under way may still cost. */
export interface Spending {
  readonly spent: Nano;
  readonly held: Nano;
  /** Null: no limit. */
  readonly limit: Nano | null;
}

/** From this share on people are told. */
const WARNED_FROM = 0.8;

export type BudgetStanding = 'fine' | 'warned' | 'stopped';

/** Where a budget stands by what is spent; calls under way may come cheaper, so they do not count for what is shown. */
export function budgetStanding({ spent, limit }: Spending): BudgetStanding {
  if (limit === null) return 'fine';
  if (spent >= limit) return 'stopped';
  return spent >= limit * WARNED_FROM ? 'warned' : 'fine';
}

/** Whether a call that costs at most so much fits, were all calls under way to cost the most they can. A budget of nothing pays for nothing that costs. */
export const fits = ({ spent, held, limit }: Spending, most: Nano): boolean => limit === null || most === 0 || spent + held + most <= limit;
