import type { AssetId, ExecutionId, Language, PhotoHash, SiteId, UserId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import type { AnalysisId, AnalysisProblem, AnalysisState, Band, DecidedDefect, Outcome, Proposal, Suggestion } from '@heliograph/domain/vision';
import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { assignedSites, isVisibleExecution, type Viewer } from './viewer.ts';

export interface NewAnalysis {
  readonly id: AnalysisId;
  readonly photo: PhotoHash;
  /** The photo was unknown here before, or its asker holds it too: who sees the analysis sees the photo. */
  readonly announced: boolean;
  readonly author: UserId;
  readonly language: Language;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  readonly asset: AssetId | null;
  readonly site: SiteId | null;
  /** ms */
  readonly askedAt: number;
  readonly state: Extract<AnalysisState, 'waiting' | 'queued' | 'failed'>;
  readonly problem: AnalysisProblem | null;
}

/**
 * Makes a photo known before any record names it, so that its bytes are taken in. False: it was known. The counter comes first, as in the exchange:
 * a phone that sends the photo's record in the same second waits for us, and we never for it.
 */
export async function announcePhoto(tx: OrgTx, { sha, size }: { sha: PhotoHash; size: number }): Promise<boolean> {
  await nextNumber(tx);
  const known = await tx.selectFrom('photo').select('sha').where('orgId', '=', tx.org).where('sha', '=', sha).executeTakeFirst();
  if (known === undefined) await tx.insertInto('photo').values({ orgId: tx.org, sha, size }).execute();
  return known === undefined;
}

/** Keeps what somebody asked about a photo that was announced just now. False: this id was asked before, and stays as it is. */
export async function insertAnalysis(tx: OrgTx, { photo, author, execution, step, asset, site, askedAt, ...rest }: NewAnalysis): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('photoAnalysis')
    .values({
      ...{ ...rest, orgId: tx.org, photoSha: photo, authorId: author, executionId: execution, stepKey: step, assetId: asset, siteId: site },
      askedAt: new Date(askedAt),
    })
    .onConflict((conflict) => conflict.columns(['orgId', 'id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** An analysis with the names around it, and what was decided. Instants in ms. */
export interface AnalysisRow {
  readonly id: AnalysisId;
  readonly photo: PhotoHash;
  readonly language: Language;
  readonly author: UserId;
  readonly authorName: string;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  readonly asset: AssetId | null;
  readonly assetName: string | null;
  readonly site: SiteId | null;
  readonly siteName: string | null;
  readonly askedAt: number;
  readonly startedAt: number | null;
  readonly state: AnalysisState;
  readonly problem: AnalysisProblem | null;
  readonly revision: number;
  readonly totalMs: number | null;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly threshold: number | null;
  readonly confidence: number | null;
  readonly band: Band | null;
  readonly proposal: Proposal | null;
  readonly suggestions: readonly Suggestion[];
  readonly tokens: number;
  readonly cost: number;
  readonly outcome: Outcome | null;
  readonly decidedBy: UserId | null;
  readonly deciderName: string | null;
  readonly decidedAt: number | null;
  readonly comment: string | null;
  readonly decidedDefects: readonly DecidedDefect[] | null;
}

export interface AnalysisFilter {
  readonly states?: readonly AnalysisState[] | undefined;
  readonly band?: Band | undefined;
  readonly asset?: AssetId | undefined;
  readonly execution?: ExecutionId | undefined;
  readonly author?: UserId | undefined;
}

interface Page extends AnalysisFilter {
  readonly limit: number;
  readonly before?: { readonly askedAt: number; readonly id: string } | undefined;
}

/** Analyses that a viewer may see, newest first. */
export async function listAnalyses(
  tx: OrgTx,
  viewer: Viewer,
  { states, band, asset, execution, author, limit, before }: Page,
): Promise<AnalysisRow[]> {
  const tests = [
    ...(states === undefined ? [] : [sql`a.state = any(${states}::text[])`]),
    ...(band === undefined ? [] : [sql`a.band = ${band}`]),
    ...(asset === undefined ? [] : [sql`coalesce(a.asset_id, execution.asset_id) = ${asset}::uuid`]),
    ...(execution === undefined ? [] : [sql`a.execution_id = ${execution}::uuid`]),
    ...(author === undefined ? [] : [sql`a.author_id = ${author}::uuid`]),
    ...(before === undefined ? [] : [sql`(a.asked_at, a.id) < (${new Date(before.askedAt)}::timestamptz, ${before.id}::uuid)`]),
  ];
  return readRows(tx, viewer, { tests, rest: sql`order by a.asked_at desc, a.id desc limit ${limit}` });
}

export const findAnalysis = async (tx: OrgTx, viewer: Viewer, id: AnalysisId): Promise<AnalysisRow | undefined> =>
  (await readRows(tx, viewer, { tests: [sql`a.id = ${id}::uuid`] }))[0];

/** The same, held until the end of the transaction: of two who decide, one is first. */
export const lockAnalysis = async (tx: OrgTx, viewer: Viewer, id: AnalysisId): Promise<AnalysisRow | undefined> => {
  await tx.selectFrom('photoAnalysis').select('id').where('orgId', '=', tx.org).where('id', '=', id).forUpdate().executeTakeFirst();
  return findAnalysis(tx, viewer, id);
};

/**
 * The one rule of who sees an analysis, and through it a photo that it announced: its author, those who see the execution it belongs to or are
 * assigned to its site, and the office. `a`, `execution` and `site` are the tables beside it.
 */
const isVisible = (tx: OrgTx, viewer: Viewer): RawBuilder<unknown> =>
  scopeOf(viewer) === 'organisation'
    ? sql`true`
    : sql`(a.author_id = ${viewer.user}::uuid or (execution.execution_id is not null and ${isVisibleExecution(tx, viewer)})
        or site.id in (${assignedSites(tx, viewer.user)}))`;

/** Analyses with what they belong to: an execution may have come since, and says where it was. */
const PLACED = sql`photo_analysis a
  left join execution on execution.org_id = a.org_id and execution.execution_id = a.execution_id
  left join asset on asset.org_id = a.org_id and asset.id = coalesce(a.asset_id, execution.asset_id)
  left join site on site.org_id = a.org_id and site.id = coalesce(a.site_id, asset.site_id, execution.site_id)`;

/** Whether a viewer sees an analysis that made this photo known. */
export async function isAnnouncedTo(tx: OrgTx, viewer: Viewer, sha: PhotoHash): Promise<boolean> {
  const { rows } = await sql`select 1 from ${PLACED}
    where a.org_id = ${tx.org} and a.photo_sha = ${sha} and a.announced and ${isVisible(tx, viewer)} limit 1`.execute(tx);
  return rows.length > 0;
}

const INSTANTS = ['askedAt', 'startedAt', 'decidedAt'] as const;
type Stored = Omit<AnalysisRow, (typeof INSTANTS)[number]> & { askedAt: Date; startedAt: Date | null; decidedAt: Date | null };

async function readRows(
  tx: OrgTx,
  viewer: Viewer,
  { tests, rest = sql`` }: { tests: readonly RawBuilder<unknown>[]; rest?: RawBuilder<unknown> },
): Promise<AnalysisRow[]> {
  const { rows } = await sql<Stored>`
    select a.id, a.photo_sha as photo, a.language, a.author_id as author, author.name as author_name, a.execution_id as execution, a.step_key as step,
      asset.id as asset, asset.name as asset_name, site.id as site, site.name as site_name, a.asked_at, a.started_at, a.state, a.problem, a.revision,
      a.total_ms, a.model, a.prompt_version, a.threshold, a.confidence, a.band, a.proposal, a.suggestions, a.tokens_in + a.tokens_out as tokens, a.cost,
      d.outcome, d.decided_by, decider.name as decider_name, d.decided_at, d.comment, d.defects as decided_defects
    from ${PLACED}
      join member author on author.org_id = a.org_id and author.user_id = a.author_id
      left join analysis_decision d on d.org_id = a.org_id and d.analysis_id = a.id
      left join member decider on decider.org_id = d.org_id and decider.user_id = d.decided_by
    where a.org_id = ${tx.org} and ${sql.join([isVisible(tx, viewer), ...tests], sql` and `)} ${rest}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.getTime(),
    startedAt: row.startedAt?.getTime() ?? null,
    decidedAt: row.decidedAt?.getTime() ?? null,
  }));
}
