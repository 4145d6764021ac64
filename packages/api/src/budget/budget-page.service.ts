import { readOrg, readSpending } from '@heliograph/db';
import { type BudgetStanding, budgetStanding, can, type Nano } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { billing, budgetsOf } from './budget.service.ts';

/** Where a budget stands this month. Money in billionths. */
export interface BudgetLine {
  readonly spent: Nano;
  /** Null: no limit. */
  readonly limit: Nano | null;
  readonly standing: BudgetStanding;
}

export interface BudgetPage {
  /** `yyyy-mm` */
  readonly month: string;
  readonly currency: string;
  readonly own: BudgetLine;
  /** What the organisation spends is for those who manage it; everybody learns whether it is used up. */
  readonly organisation: BudgetLine | { readonly spent: null; readonly limit: null; readonly standing: BudgetStanding };
}

/** The month's budgets as the person may see them. */
export const budgetOf = ({ db, now }: Pick<Deps, 'db' | 'now'>, actor: Actor): Promise<BudgetPage> =>
  readOrg(db, actor, async (tx) => {
    const { settings, month } = await billing(tx, now());
    const { organisation, person } = budgetsOf(settings, await readSpending(tx, month, actor.user));
    const line = (of: typeof person): BudgetLine => ({ spent: of.spent, limit: of.limit, standing: budgetStanding(of) });
    const whole = line(organisation);
    return {
      ...{ month, currency: settings.currency, own: line(person) },
      organisation: can(actor, 'assistant.manage') ? whole : { spent: null, limit: null, standing: whole.standing },
    };
  });
