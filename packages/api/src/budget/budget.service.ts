import {
  giveUpCalls,
  holdCalls,
  lockSpending,
  type MonthSpent,
  type NewCall,
  type OrgTx,
  readBillingOf,
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
export const reserve = ({ db, now }: Ports, actor: Pick<Actor, 'org' | 'user'>, wish: CallWish): Promise<Reserved> =>
  withOrg(db, actor, async (tx) => {
    const ledger = await openLedger(tx, actor, now());
    const reserved = ledger.hold(wish);
    await ledger.write();
    return reserved;
  });

/** A person's page of the ledger, theirs alone until the end of the transaction. */
export interface Ledger {
  /** Says whether the budgets pay for one more call. */
  hold(wish: CallWish): Reserved;
  /** Writes down what is held; before it nothing is. */
  write(): Promise<void>;
}

/** Every question of the organisation takes turns here: it comes last in a transaction, and the calls are made after its end. */
export async function openLedger(tx: OrgTx, { user }: Pick<Actor, 'user'>, at: number): Promise<Ledger> {
  const { settings, month } = await billing(tx, at);
  const found = await lockSpending(tx, month, user);
  // Where nothing is held, nothing can be lost.
  const lost = found.organisation.held === 0 ? 0 : await giveUpCalls(tx, month, { before: at - LOST_AFTER_MS, now: at });
  let spent = lost === 0 ? found : await readSpending(tx, month, user);
  const calls: NewCall[] = [];
  return {
    hold: (wish) => {
      const held = costOf({ input: wish.inputTokens, output: wish.longestAnswer }, wish.model.price);
      const budgets = budgetsOf(settings, spent);
      for (const whose of ['person', 'organisation'] as const) if (!fits(budgets[whose], held)) return { kind: 'refused', fault: `budget_${whose}` };
      const id = crypto.randomUUID();
      calls.push(callOf(wish, { id, at, held }));
      spent = holding(spent, held);
      const reservation = { id, org: tx.org, user, month, model: wish.model, strong: wish.strong ?? null };
      return { kind: 'reserved', reservation, warned: warnedOf(budgets) };
    },
    write: () => holdCalls(tx, { month, user }, calls),
  };
}

const callOf = ({ purpose, subject, model: choice, route }: CallWish, held: Pick<NewCall, 'id' | 'at' | 'held'>): NewCall => ({
  ...{ ...held, purpose, subject: subject ?? null, model: choice.model, provider: { id: choice.provider, name: choice.providerName } },
  ...{ strength: route?.strength ?? null, reason: route?.why ?? null },
});

/** A month in which so much more is held, of the person and of the organisation. */
const holding = ({ organisation, person }: MonthSpent, more: Nano): MonthSpent => ({
  organisation: { ...organisation, held: organisation.held + more },
  person: { ...person, held: person.held + more },
});

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
  const { settings, timeZone } = await readBillingOf(tx);
  return { settings, month: monthAt(timeZone, at) };
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
