import type { CallPurpose, Nano, ProviderFault, RouteReason, Strength, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** Stands for the organisation as a whole among the rows of a month. */
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/** What is spent of a month, and what calls under way may still cost. */
export interface Spent {
  readonly spent: Nano;
  readonly held: Nano;
}
export interface MonthSpent {
  readonly organisation: Spent;
  readonly person: Spent;
}

export async function readSpending(tx: OrgTx, month: string, user: UserId): Promise<MonthSpent> {
  return monthOf(await rowsOf(tx, month, user).execute(), user);
}

/** The same, held until the end of the transaction: whoever calls a model takes turns here, the organisation's row first. */
export async function lockSpending(tx: OrgTx, month: string, user: UserId): Promise<MonthSpent> {
  const locked = await rowsOf(tx, month, user).forUpdate().execute();
  if (locked.length === 2) return monthOf(locked, user);
  // Their first call of the month.
  await tx
    .insertInto('spending')
    .values([EVERYBODY, user].map((userId) => ({ orgId: tx.org, month, userId })))
    .onConflict((conflict) => conflict.columns(['orgId', 'month', 'userId']).doNothing())
    .execute();
  return monthOf(await rowsOf(tx, month, user).forUpdate().execute(), user);
}

const rowsOf = (tx: OrgTx, month: string, user: UserId) =>
  tx
    .selectFrom('spending')
    .select(['userId', 'spent', 'held'])
    .where('orgId', '=', tx.org)
    .where('month', '=', month)
    .where('userId', 'in', [EVERYBODY, user])
    .orderBy('userId');

const NOTHING: Spent = { spent: 0, held: 0 };
type SpentRow = Spent & { readonly userId: string };

function monthOf(rows: readonly SpentRow[], user: UserId): MonthSpent {
  const of = (id: string): Spent => {
    const { spent, held } = rows.find(({ userId }) => userId === id) ?? NOTHING;
    return { spent, held };
  };
  return { organisation: of(EVERYBODY), person: of(user) };
}

/** Moves both rows of a month, which must be locked. */
async function move(tx: OrgTx, { month, user }: { month: string; user: UserId }, by: Spent): Promise<void> {
  await tx
    .updateTable('spending')
    .set({ spent: sql`spent + ${by.spent}`, held: sql`held + ${by.held}` })
    .where('orgId', '=', tx.org)
    .where('month', '=', month)
    .where('userId', 'in', [EVERYBODY, user])
    .execute();
}

/** A call that is about to be made. */
export interface NewCall {
  readonly id: string;
  /** ms */
  readonly at: number;
  readonly purpose: CallPurpose;
  readonly subject: string | null;
  readonly provider: { readonly id: string; readonly name: string };
  readonly model: string;
  readonly strength: Strength | null;
  readonly reason: RouteReason | null;
  /** The most it can cost. */
  readonly held: Nano;
}

/** Puts a person's calls on the ledger and holds the most they can cost. The month must be locked. */
export async function holdCalls(tx: OrgTx, { month, user }: { month: string; user: UserId }, calls: readonly NewCall[]): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map(({ at, subject, provider, ...call }) => ({
    ...{ ...call, orgId: tx.org, userId: user, month, at: new Date(at) },
    ...{ subjectId: subject, providerId: provider.id, providerName: provider.name },
  }));
  await tx.insertInto('modelCall').values(rows).execute();
  await move(tx, { month, user }, { spent: 0, held: calls.reduce((sum, { held }) => sum + held, 0) });
}

/** How a call came out. */
export interface SettledCall {
  readonly id: string;
  readonly month: string;
  readonly user: UserId;
  readonly fault: ProviderFault | null;
  readonly input: number;
  readonly output: number;
  readonly isEstimated: boolean;
  readonly cost: Nano;
  readonly strongCost: Nano;
  /** ms */
  readonly now: number;
}

/** Writes what a call cost, once: a second time says false and changes nothing. One that was given up as lost is put right. */
export async function settleCall(tx: OrgTx, call: SettledCall): Promise<boolean> {
  await lockSpending(tx, call.month, call.user);
  const row = await tx
    .selectFrom('modelCall')
    .select(['status', 'held', 'cost'])
    .where('orgId', '=', tx.org)
    .where('id', '=', call.id)
    .where('status', 'in', ['held', 'lost'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx
    .updateTable('modelCall')
    .set({ status: call.fault === null ? 'done' : 'failed', fault: call.fault, inputTokens: call.input, outputTokens: call.output })
    .set({ isEstimated: call.isEstimated, cost: call.cost, strongCost: call.strongCost, settledAt: new Date(call.now) })
    .where('orgId', '=', tx.org)
    .where('id', '=', call.id)
    .execute();
  await move(tx, call, { spent: call.cost - row.cost, held: row.status === 'held' ? -row.held : 0 });
  return true;
}

/**
 * Gives up calls of a month that nobody settled since an instant: their server is gone. They count with the most they could cost, since
 * nobody knows better. The organisation's row of the month must be locked; returns how many there were.
 */
export async function giveUpCalls(tx: OrgTx, month: string, { before, now }: { before: number; now: number }): Promise<number> {
  const lost = await tx
    .updateTable('modelCall')
    .set({ status: 'lost', settledAt: new Date(now), isEstimated: true })
    .set((row) => ({ cost: row.ref('held') }))
    .where('orgId', '=', tx.org)
    .where('month', '=', month)
    .where('status', '=', 'held')
    .where('at', '<', new Date(before))
    .returning(['userId', 'held'])
    .execute();
  for (const { userId, held } of lost) await move(tx, { month, user: userId }, { spent: held, held: -held });
  return lost.length;
}
