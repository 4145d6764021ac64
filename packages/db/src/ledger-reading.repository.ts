import type { CallPurpose, CallStatus, Nano, ProviderFault, RouteReason, Strength, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** A call as the ledger shows it. */
export interface LedgerLine {
  readonly id: string;
  readonly at: number;
  readonly person: { readonly id: UserId; readonly name: string };
  readonly purpose: CallPurpose;
  readonly provider: string;
  readonly model: string;
  readonly strength: Strength | null;
  readonly reason: RouteReason | null;
  readonly status: CallStatus;
  readonly fault: ProviderFault | null;
  readonly tokens: number;
  readonly cost: Nano;
  readonly strongCost: Nano;
}

interface Page {
  readonly month: string;
  readonly limit: number;
  readonly before?: { readonly at: number; readonly id: string } | undefined;
}

/** Calls of a month, newest first. */
export async function listCalls(tx: OrgTx, { month, limit, before }: Page): Promise<LedgerLine[]> {
  const rows = await tx
    .selectFrom('modelCall as call')
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'call.orgId').onRef('member.userId', '=', 'call.userId'))
    .select(['call.id', 'call.at', 'call.userId', 'member.name', 'call.purpose', 'call.providerName as provider', 'call.model'])
    .select(['call.strength', 'call.reason', 'call.status', 'call.fault', 'call.cost', 'call.strongCost'])
    .select(sql<number>`call.input_tokens + call.output_tokens`.as('tokens'))
    .where('call.orgId', '=', tx.org)
    .where('call.month', '=', month)
    .$if(before !== undefined, (all) =>
      all.where(sql<boolean>`(call.at, call.id) < (${new Date(before?.at ?? 0)}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('call.at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ userId, name, at, ...row }) => ({ ...row, at: at.getTime(), person: { id: userId, name } }));
}

/** What calls came to, summed by one of their columns. */
export interface CallSum {
  readonly key: string;
  readonly calls: number;
  readonly tokens: number;
  readonly cost: Nano;
  readonly strongCost: Nano;
}

interface Among {
  /** Without a person: everybody's. */
  readonly user?: UserId | undefined;
  /** `yyyy-mm`, the first and the last. */
  readonly months: readonly [from: string, to: string];
  readonly purpose?: CallPurpose | undefined;
}

/** Sums of calls, those that failed included where they cost something. */
export async function sumCalls(
  tx: OrgTx,
  by: 'month' | 'model' | 'purpose' | 'userId',
  { user, months: [from, to], purpose }: Among,
): Promise<CallSum[]> {
  const rows = await tx
    .selectFrom('modelCall')
    .select([`${by} as key`])
    .select((row) => [
      row.fn.countAll<number>().as('calls'),
      row.fn.coalesce(row.fn.sum<number>('cost'), sql<number>`0`).as('cost'),
      row.fn.coalesce(row.fn.sum<number>('strongCost'), sql<number>`0`).as('strongCost'),
    ])
    .select(sql<number>`coalesce(sum(input_tokens + output_tokens), 0)`.as('tokens'))
    .where('orgId', '=', tx.org)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('status', '!=', 'held')
    .where((row) => (user === undefined ? row.lit(true) : row('userId', '=', user)))
    .$if(purpose !== undefined, (all) => all.where('purpose', '=', purpose ?? 'question'))
    .groupBy(by)
    .orderBy('calls', 'desc')
    .orderBy(by)
    .execute();
  return rows.map(({ key, ...sums }) => ({ key, ...numbers(sums) }));
}

/** Sums of bigints come as text. */
const numbers = ({ calls, tokens, cost, strongCost }: Record<'calls' | 'tokens' | 'cost' | 'strongCost', unknown>) => ({
  calls: Number(calls),
  tokens: Number(tokens),
  cost: Number(cost),
  strongCost: Number(strongCost),
});
