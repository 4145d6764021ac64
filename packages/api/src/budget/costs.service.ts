import { type CallSum, type LedgerLine, listCalls, listMembers, type OrgTx, readOrg, readSpending, sumCalls } from '@heliograph/db';
import { type BudgetStanding, budgetStanding, type Nano } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';
import { billing, budgetsOf } from './budget.service.ts';

/** What a month cost, and what it would have cost. Money in billionths of the currency. */
export interface Costs extends Page<LedgerLine> {
  /** `yyyy-mm` */
  readonly month: string;
  readonly currency: string;
  readonly spent: Nano;
  readonly limit: Nano | null;
  readonly standing: BudgetStanding;
  /** Questions alone: their cost, and the same tokens on the strong model. */
  readonly questions: { readonly calls: number; readonly cost: Nano; readonly strongCost: Nano };
  readonly models: readonly CallSum[];
  readonly people: readonly (CallSum & { readonly name: string })[];
}

const position = z.tuple([z.int(), z.string()]);

/** The ledger of a month for the admin: every call with its price, and the sums. Nothing of what was asked. */
export const costsOf = (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  actor: Actor,
  { month: wanted, cursor, limit }: { readonly month?: string | undefined; readonly cursor?: string | undefined; readonly limit: number },
): Promise<Costs> =>
  readOrg(db, actor, async (tx) => {
    const { settings, month: current } = await billing(tx, now());
    const month = wanted ?? current;
    const [at, id] = positionIn(cursor, position) ?? [];
    const before = at === undefined || id === undefined ? undefined : { at, id };
    const rows = await listCalls(tx, { month, before, limit: limit + 1 });
    const { organisation } = budgetsOf(settings, await readSpending(tx, month, actor.user));
    const months = [month, month] as const;
    const [questions] = await sumCalls(tx, 'purpose', { months, purpose: 'question' });
    return {
      ...pageOf(rows, limit, (row) => [row.at, row.id]),
      ...{ month, currency: settings.currency, spent: organisation.spent, limit: organisation.limit, standing: budgetStanding(organisation) },
      questions: { calls: questions?.calls ?? 0, cost: questions?.cost ?? 0, strongCost: questions?.strongCost ?? 0 },
      models: await sumCalls(tx, 'model', { months }),
      people: await named(tx, await sumCalls(tx, 'userId', { months })),
    };
  });

async function named(tx: OrgTx, sums: readonly CallSum[]): Promise<Costs['people']> {
  const names = new Map((await listMembers(tx)).map(({ user, name }) => [String(user), name]));
  return sums.map((sum) => ({ ...sum, name: names.get(sum.key) ?? '' }));
}
