import type { AssetId, ExecutionId, PhotoHash, Severity, SiteId, UserId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import type { AnalysisId, Box, FindingState } from '@heliograph/domain/vision';
import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { assignedSites, isVisibleExecution, type Viewer } from './viewer.ts';

export interface NewFinding {
  readonly id: string;
  readonly analysis: AnalysisId;
  readonly class: string;
  readonly severity: Severity;
  readonly text: string;
  readonly photo: PhotoHash;
  readonly box: Box | null;
  readonly asset: AssetId | null;
  readonly site: SiteId | null;
  readonly execution: ExecutionId | null;
  readonly step: string | null;
  /** Who asked about the photo. */
  readonly author: UserId;
  readonly decidedBy: UserId;
  /** ms */
  readonly at: number;
}

export async function insertFindings(tx: OrgTx, findings: readonly NewFinding[]): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map(({ analysis, photo, box, asset, site, execution, step, author, at, ...finding }) => ({
    ...{ ...finding, orgId: tx.org, analysisId: analysis, photoSha: photo, box: box === null ? null : JSON.stringify(box) },
    ...{ assetId: asset, siteId: site, executionId: execution, stepKey: step, authorId: author, foundAt: new Date(at) },
  }));
  await tx.insertInto('finding').values(rows).execute();
}

/** A finding with the names around it. */
export interface FindingRow extends NewFinding {
  readonly state: FindingState;
  readonly assetName: string | null;
  readonly siteName: string | null;
  readonly authorName: string;
  readonly deciderName: string;
}

export interface FindingFilter {
  readonly states?: readonly FindingState[] | undefined;
  readonly asset?: AssetId | undefined;
  readonly execution?: ExecutionId | undefined;
  readonly analysis?: AnalysisId | undefined;
}

interface Page extends FindingFilter {
  readonly limit: number;
  readonly before?: { readonly at: number; readonly id: string } | undefined;
}

/** Findings that a viewer may see, newest first: a technician those of their sites and of the executions they see, and those they brought. */
export async function listFindings(tx: OrgTx, viewer: Viewer, { states, asset, execution, analysis, limit, before }: Page): Promise<FindingRow[]> {
  const tests = [
    ...(states === undefined ? [] : [sql`f.state = any(${states}::text[])`]),
    ...(asset === undefined ? [] : [sql`f.asset_id = ${asset}::uuid`]),
    ...(execution === undefined ? [] : [sql`f.execution_id = ${execution}::uuid`]),
    ...(analysis === undefined ? [] : [sql`f.analysis_id = ${analysis}::uuid`]),
    ...(before === undefined ? [] : [sql`(f.found_at, f.id) < (${new Date(before.at)}::timestamptz, ${before.id}::uuid)`]),
  ];
  return readRows(tx, viewer, { tests, rest: sql`order by f.found_at desc, f.id desc limit ${limit}` });
}

export const findFinding = async (tx: OrgTx, viewer: Viewer, id: string): Promise<FindingRow | undefined> =>
  (await readRows(tx, viewer, { tests: [sql`f.id = ${id}::uuid`], rest: sql`` }))[0];

const isVisible = (tx: OrgTx, viewer: Viewer): RawBuilder<unknown> =>
  scopeOf(viewer) === 'organisation'
    ? sql`true`
    : sql`(f.author_id = ${viewer.user}::uuid or f.site_id in (${assignedSites(tx, viewer.user)})
        or (execution.execution_id is not null and ${isVisibleExecution(tx, viewer)}))`;

async function readRows(
  tx: OrgTx,
  viewer: Viewer,
  { tests, rest }: { tests: readonly RawBuilder<unknown>[]; rest: RawBuilder<unknown> },
): Promise<FindingRow[]> {
  const { rows } = await sql<Omit<FindingRow, 'at'> & { at: Date }>`
    select f.id, f.analysis_id as analysis, f.class, f.severity, f.state, f.text, f.photo_sha as photo, f.box, f.asset_id as asset,
      asset.name as asset_name, f.site_id as site, site.name as site_name, f.execution_id as execution, f.step_key as step,
      f.author_id as author, author.name as author_name, f.decided_by, decider.name as decider_name, f.found_at as at
    from finding f
      join member author on author.org_id = f.org_id and author.user_id = f.author_id
      join member decider on decider.org_id = f.org_id and decider.user_id = f.decided_by
      left join asset on asset.org_id = f.org_id and asset.id = f.asset_id
      left join site on site.org_id = f.org_id and site.id = f.site_id
      left join execution on execution.org_id = f.org_id and execution.execution_id = f.execution_id
    where f.org_id = ${tx.org} and ${sql.join([isVisible(tx, viewer), ...tests], sql` and `)} ${rest}`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
