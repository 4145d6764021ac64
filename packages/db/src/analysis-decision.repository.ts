import type { UserId } from '@heliograph/domain';
import type { AnalysisId, DecidedDefect, Outcome, Pair } from '@heliograph/domain/vision';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

export interface NewDecision {
  readonly analysis: AnalysisId;
  readonly outcome: Outcome;
  readonly by: UserId;
  /** ms */
  readonly at: number;
  readonly comment: string;
  readonly defects: readonly DecidedDefect[];
  readonly pairs: readonly Pair[];
}

/** Writes a person's word about an analysis, which must be locked and open. */
export async function insertDecision(tx: OrgTx, { analysis, by, at, defects, pairs, ...decision }: NewDecision): Promise<void> {
  await tx
    .insertInto('analysisDecision')
    .values({
      ...{ ...decision, orgId: tx.org, analysisId: analysis, decidedBy: by, decidedAt: new Date(at) },
      ...{ defects: JSON.stringify(defects), pairs: JSON.stringify(pairs) },
    })
    .execute();
  await tx
    .updateTable('photoAnalysis')
    .set({ state: 'decided', revision: sql`revision + 1` })
    .where('orgId', '=', tx.org)
    .where('id', '=', analysis)
    .execute();
  await nextNumber(tx);
}

/** Which decisions count: months `yyyy-mm` of the organisation's calendar, a model. */
export interface AgreementFilter {
  readonly timeZone: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly model?: string | undefined;
}

/** So many defects of one model and one month were called this and decided as that. */
export interface PairCount extends Pair {
  readonly model: string;
  readonly month: string;
  readonly count: number;
}

const decided = (tx: OrgTx, { timeZone, from, to, model }: AgreementFilter) => sql`
  select d.outcome, d.pairs, coalesce(a.model, '') as model, to_char(d.decided_at at time zone ${timeZone}, 'YYYY-MM') as month
  from analysis_decision d join photo_analysis a on a.org_id = d.org_id and a.id = d.analysis_id
  where d.org_id = ${tx.org}
    ${model === undefined ? sql`` : sql`and a.model = ${model}`}
    ${from === undefined ? sql`` : sql`and to_char(d.decided_at at time zone ${timeZone}, 'YYYY-MM') >= ${from}`}
    ${to === undefined ? sql`` : sql`and to_char(d.decided_at at time zone ${timeZone}, 'YYYY-MM') <= ${to}`}`;

/** What was called what, by model and month. */
export async function countPairs(tx: OrgTx, filter: AgreementFilter): Promise<PairCount[]> {
  const { rows } = await sql<PairCount>`
    select model, month, pair.proposed, pair.decided, count(*) as count
    from (${decided(tx, filter)}) d cross join lateral jsonb_to_recordset(d.pairs) as pair(proposed text, decided text)
    group by 1, 2, 3, 4 order by 5 desc, 3, 4, 1, 2`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** How many analyses were decided, by what was decided. */
export async function countOutcomes(tx: OrgTx, filter: AgreementFilter): Promise<Map<Outcome, number>> {
  const { rows } = await sql<{ outcome: Outcome; count: number }>`
    select outcome, count(*) as count from (${decided(tx, filter)}) d group by 1`.execute(tx);
  return new Map(rows.map(({ outcome, count }) => [outcome, Number(count)]));
}

/** How many analyses wait for somebody to decide. */
export async function countToDecide(tx: OrgTx): Promise<number> {
  const { count } = await tx
    .selectFrom('photoAnalysis')
    .select(sql<number>`count(*)`.as('count'))
    .where('orgId', '=', tx.org)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of the analyses that somebody asked for: how many were decided, and how many of these were taken as they were. */
export async function countDecided(tx: OrgTx, { user }: { readonly user?: UserId | undefined }): Promise<{ decided: number; accepted: number }> {
  const { rows } = await sql<{ decided: number; accepted: number }>`
    select count(*) as decided, count(*) filter (where d.outcome = 'accept') as accepted
    from analysis_decision d join photo_analysis a on a.org_id = d.org_id and a.id = d.analysis_id
    where d.org_id = ${tx.org} ${user === undefined ? sql`` : sql`and a.author_id = ${user}::uuid`}`.execute(tx);
  const [row] = rows;
  return { decided: Number(row?.decided ?? 0), accepted: Number(row?.accepted ?? 0) };
}
