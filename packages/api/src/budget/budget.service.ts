import {
  giveUpCalls,
  holdCall,
  lockSpending,
  type MonthSpent,
  type OrgTx,
  readAssistantSettingsOf,
  readSettings,
  readSpending,
  settleCall,
  withOrg,
} from '@heliograph/db';
import {
  type AskFault,
  type AssistantSettings,
  type BudgetStanding,
  budgetStanding,
  type CallPurpose,
  costOf,
  fits,
  type ModelChoice,
  type Nano,
  type OrganisationId,
  type ProviderFault,
  type Route,
  type Spending,
  type Usage,
  type UserId,
} from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { zoneOffset } from '../zone.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** A call somebody wants to make. */
export interface CallWish {
  readonly purpose: CallPurpose;
  /** What it is for: a message, an analysis. */
  readonly subject?: string | undefined;
  readonly model: ModelChoice;
  /** The strong model, to tell what the router saved; without it the model itself. */
  readonly strong?: ModelChoice | null | undefined;
  /** What the router said, where it was asked. */
  readonly route?: Route | null | undefined;
  /** Estimated, on the safe side. */
  readonly inputTokens: number;
  readonly longestAnswer: number;
}

/** A call that may be made. Whoever holds one settles it, once. */
export interface Reservation {
  readonly id: string;
  readonly org: OrganisationId;
  readonly user: UserId;
  readonly month: string;
  readonly model: ModelChoice;
  readonly strong: ModelChoice | null;
}

/** Whose budget something is about. */
export type Whose = 'organisation' | 'person';

export type Reserved =
  | { readonly kind: 'reserved'; readonly reservation: Reservation; readonly warned: Whose | null }
  /** The budget of the month does not pay for it. */
  | { readonly kind: 'refused'; readonly fault: AskFault & `budget_${Whose}` };

/** After this long nobody will settle a call any more: its server is gone. */
const LOST_AFTER_MS = 20 * 60_000;

/** Holds what a call can cost at most, before it is made: however many ask at once, a budget is never passed. */
export function reserve({ db, now }: Ports, { org, user }: Pick<Actor, 'org' | 'user'>, wish: CallWish): Promise<Reserved> {
  return withOrg(db, { org }, async (tx): Promise<Reserved> => {
    const at = now();
    const { settings, month } = await billing(tx, at);
    const found = await lockSpending(tx, month, user);
    const lost = await giveUpCalls(tx, month, { before: at - LOST_AFTER_MS, now: at });
    const spent = lost === 0 ? found : await readSpending(tx, month, user);
    const held = costOf({ input: wish.inputTokens, output: wish.longestAnswer }, wish.model.price);
    const budgets = budgetsOf(settings, spent);
    for (const whose of ['person', 'organisation'] as const) if (!fits(budgets[whose], held)) return { kind: 'refused', fault: `budget_${whose}` };
    const id = crypto.randomUUID();
    const { provider, providerName, model } = wish.model;
    await holdCall(tx, {
      ...{ id, user, at, month, held, model, purpose: wish.purpose, subject: wish.subject ?? null },
      ...{ provider: { id: provider, name: providerName }, strength: wish.route?.strength ?? null, reason: wish.route?.why ?? null },
    });
    return { kind: 'reserved', reservation: { id, org, user, month, model: wish.model, strong: wish.strong ?? null }, warned: warnedOf(budgets) };
  });
}

/** Writes what a call came to, in place of what was held for it. A second time changes nothing. Returns the cost. */
export async function settle(
  { db, now }: Ports,
  { id, org, user, month, model, strong }: Reservation,
  { usage, fault }: { readonly usage: Usage; readonly fault: ProviderFault | null },
): Promise<Nano> {
  const cost = costOf(usage, model.price);
  const call = { id, month, user, fault, input: usage.input, output: usage.output, isEstimated: usage.isEstimated, cost, now: now() };
  await withOrg(db, { org }, (tx) => settleCall(tx, { ...call, strongCost: strong === null ? cost : costOf(usage, strong.price) }));
  return cost;
}

/** The month that a call at this instant is billed in, by the organisation's own calendar, with the settings that say what it may cost. */
export async function billing(tx: OrgTx, at: number): Promise<{ settings: AssistantSettings; month: string }> {
  const { timeZone } = await readSettings(tx);
  return { settings: await readAssistantSettingsOf(tx), month: monthAt(timeZone, at) };
}

/** `yyyy-mm` */
export const monthAt = (timeZone: string, at: number): string => new Date(at + zoneOffset(timeZone, at) * 60_000).toISOString().slice(0, 7);

export const budgetsOf = (settings: AssistantSettings, { organisation, person }: MonthSpent): Readonly<Record<Whose, Spending>> => ({
  organisation: { ...organisation, limit: settings.monthlyBudget },
  person: { ...person, limit: settings.monthlyBudgetPerPerson },
});

const isWarned = (standing: BudgetStanding): boolean => standing !== 'fine';

const warnedOf = (budgets: Readonly<Record<Whose, Spending>>): Whose | null =>
  (['person', 'organisation'] as const).find((whose) => isWarned(budgetStanding(budgets[whose]))) ?? null;
