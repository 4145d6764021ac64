import type { AssetId, ExecutionId, Language, PhotoHash, UserId } from '@heliograph/domain';
import type { AnalysisId, AnalysisProblem, Band, Proposal, Suggestion } from '@heliograph/domain/vision';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';

/** An analysis that somebody has taken up. */
export interface AnalysisWork {
  readonly id: AnalysisId;
  readonly photo: PhotoHash;
  readonly author: UserId;
  readonly language: Language;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  readonly asset: AssetId | null;
  /** Whoever had it before asked a model, and was never heard of again: it has been paid for, and is not asked a second time. */
  readonly wasAsked: boolean;
}

/**
 * Takes the oldest analysis that waits for a model, or whose asker gave no sign since `abandoned`. Two processes never take the same one.
 * Instants in ms.
 */
export async function takeAnalysis(tx: OrgTx, { now, abandoned }: { now: number; abandoned: number }): Promise<AnalysisWork | null> {
  const { rows } = await sql<AnalysisWork>`
    with next as (
      select id, state, started_at from photo_analysis
      where org_id = ${tx.org} and (state = 'queued' or (state = 'analysing' and alive_at < ${new Date(abandoned)}::timestamptz))
      order by asked_at, id limit 1 for update skip locked
    )
    update photo_analysis a set state = 'analysing', problem = null, revision = revision + 1, started_at = ${new Date(now)}::timestamptz,
      alive_at = ${new Date(now)}::timestamptz
    from next where a.org_id = ${tx.org} and a.id = next.id
    returning a.id, a.photo_sha as photo, a.author_id as author, a.language, a.execution_id as execution, a.step_key as step, a.asset_id as asset,
      next.state = 'analysing' and exists (select from model_call c where c.org_id = a.org_id and c.subject_id = a.id
        and c.at >= next.started_at) as was_asked`.execute(tx);
  const [work = null] = rows;
  if (work !== null) await nextNumber(tx);
  return work;
}

/** Says that whoever asks the model is still at it. */
export async function keepAnalysisAlive(tx: OrgTx, id: AnalysisId, now: number): Promise<void> {
  await under(tx, id)
    .set({ aliveAt: new Date(now) })
    .execute();
}

/** What came of asking: a proposal, nothing of use, or a fault. */
export interface AnalysisEnd {
  readonly state: 'proposed' | 'none' | 'failed';
  readonly problem: AnalysisProblem | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly promptVersion: string;
  readonly threshold: number;
  readonly confidence: number | null;
  readonly band: Band | null;
  readonly proposal: Proposal | null;
  readonly suggestions: readonly Suggestion[];
  readonly totalMs: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly cost: number;
}

/** Writes what came of an analysis under way, once; somebody who was given up for lost writes nothing. */
export async function endAnalysis(tx: OrgTx, id: AnalysisId, { proposal, suggestions, cost, ...end }: AnalysisEnd): Promise<void> {
  await under(tx, id)
    .set({ ...end, proposal: proposal === null ? null : JSON.stringify(proposal), suggestions: JSON.stringify(suggestions) })
    .set((row) => ({ revision: sql`revision + 1`, cost: sql`${row.ref('cost')} + ${cost}`, aliveAt: null }))
    .execute();
  await nextNumber(tx);
}

/** Puts an analysis that came to nothing back to where it waits. */
export async function askAnalysisAgain(tx: OrgTx, id: AnalysisId, state: 'waiting' | 'queued'): Promise<void> {
  await tx
    .updateTable('photoAnalysis')
    .set({ state, problem: null })
    .set({ revision: sql`revision + 1` })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'none'])
    .execute();
  await nextNumber(tx);
}

/** Ends an analysis that no model has been asked about yet. */
export async function stopAnalysis(tx: OrgTx, id: AnalysisId): Promise<void> {
  await tx
    .updateTable('photoAnalysis')
    .set({ state: 'failed', problem: 'stopped' })
    .set({ revision: sql`revision + 1` })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'queued'])
    .execute();
  await nextNumber(tx);
}

/** Analyses that waited for this photo go on, or end where it is none. Returns how many go on. */
export async function photoArrived(tx: OrgTx, sha: PhotoHash, isPhoto: boolean): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('photoAnalysis')
    .set(isPhoto ? { state: 'queued' } : { state: 'failed', problem: 'photo' })
    .set({ revision: sql`revision + 1` })
    .where('orgId', '=', tx.org)
    .where('photoSha', '=', sha)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return isPhoto ? Number(numUpdatedRows) : 0;
}

/** Whether anything waits for a model, or was left by somebody who gave no sign since. */
export async function hasAnalysesToDo(tx: OrgTx, abandoned: number): Promise<boolean> {
  const { rows } = await sql`select 1 from photo_analysis where org_id = ${tx.org} and (state = 'queued' or (state = 'analysing'
    and alive_at < ${new Date(abandoned)}::timestamptz)) limit 1`.execute(tx);
  return rows.length > 0;
}

const under = (tx: OrgTx, id: AnalysisId) =>
  tx.updateTable('photoAnalysis').where('orgId', '=', tx.org).where('id', '=', id).where('state', '=', 'analysing');
