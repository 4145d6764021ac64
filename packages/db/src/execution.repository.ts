import type { AssetId, ExecutionId, ProcedureHash, SiteId, UserId } from '@heliograph/domain';
import type { Subject } from '@heliograph/sync/server';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { OrgTx } from './database.ts';
import type { Schema } from './schema.ts';
import { isOnCrew, isVisibleExecution, type Viewer } from './viewer.ts';

/** An execution as a list shows it. What it means is folded from its log; these are the columns kept for finding and counting. */
export interface ExecutionSummary {
  readonly id: ExecutionId;
  readonly procedure: ProcedureHash;
  readonly slug: string;
  readonly number: number;
  readonly site: SiteId;
  readonly siteName: string;
  readonly siteZone: string;
  readonly asset: AssetId | null;
  /** Null where the office does not know the asset that the phone named. */
  readonly assetName: string | null;
  readonly assetCode: string | null;
  readonly status: Subject['status'];
  /** ms */
  readonly openedAt: number;
  readonly openedBy: UserId;
  readonly openedByName: string;
  /** The day at the site it is planned for; null for work that nobody planned. */
  readonly plannedFor: string | null;
  readonly completedAt: number | null;
  /** Position of its latest operation. */
  readonly head: number;
  readonly answered: number;
  readonly failed: number;
  /** Address of the step recorded last. */
  readonly currentStep: string | null;
}

export interface ExecutionFilter {
  readonly statuses?: readonly Subject['status'][] | undefined;
  readonly site?: SiteId | undefined;
  readonly asset?: AssetId | undefined;
  /** Who opened it, or is or was on it. */
  readonly person?: UserId | undefined;
  /** Opened from this instant on, ms. */
  readonly from?: number | undefined;
  /** Opened before this instant, ms. */
  readonly to?: number | undefined;
}

export interface ExecutionPage {
  readonly limit: number;
  /** The last row of the page before. */
  readonly before?: Pick<ExecutionSummary, 'openedAt' | 'id'> | undefined;
}

/** Executions a viewer may see, newest first. */
export async function listExecutions(
  tx: OrgTx,
  viewer: Viewer,
  { limit, before, ...filter }: ExecutionFilter & ExecutionPage,
): Promise<ExecutionSummary[]> {
  const page = visible(tx, viewer)
    .where(matches(tx, filter))
    .where(isAfter(before))
    .orderBy('execution.openedAt', 'desc')
    .orderBy('execution.executionId', 'desc')
    .limit(limit);
  const rows = await summaries(tx, page).orderBy('execution.openedAt', 'desc').orderBy('execution.executionId', 'desc').execute();
  return rows.map(summaryOf);
}

export interface PlannedFilter {
  readonly statuses?: readonly Subject['status'][] | undefined;
  readonly site?: SiteId | undefined;
  readonly person?: UserId | undefined;
  /** Days at the site, both included. */
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

interface PlannedPage extends PlannedFilter {
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: { readonly day: string; readonly id: ExecutionId } | undefined;
}

/** Work that was given to people, of what a viewer may see: the earliest day first. */
export async function listPlanned(tx: OrgTx, viewer: Viewer, { limit, after, fromDay, toDay, ...filter }: PlannedPage): Promise<ExecutionSummary[]> {
  const page = visible(tx, viewer)
    .where('execution.plannedFor', 'is not', null)
    .where((row) =>
      row.and([
        matches(tx, filter),
        ...(fromDay === undefined ? [] : [row('execution.plannedFor', '>=', fromDay)]),
        ...(toDay === undefined ? [] : [row('execution.plannedFor', '<=', toDay)]),
        ...(after === undefined ? [] : [sql<boolean>`(execution.planned_for, execution.execution_id) > (${after.day}::date, ${after.id}::uuid)`]),
      ]),
    )
    .orderBy('execution.plannedFor')
    .orderBy('execution.executionId')
    .limit(limit);
  const rows = await summaries(tx, page).orderBy('execution.plannedFor').orderBy('execution.executionId').execute();
  return rows.map(summaryOf);
}

/** Whether the execution is here at all, whoever may see it. */
export const executionExists = async (tx: OrgTx, id: ExecutionId): Promise<boolean> =>
  (await tx.selectFrom('execution').select('executionId').where('orgId', '=', tx.org).where('executionId', '=', id).executeTakeFirst()) !== undefined;

/** One execution, where the viewer may see it. */
export async function findExecution(tx: OrgTx, viewer: Viewer, id: ExecutionId): Promise<ExecutionSummary | undefined> {
  const row = await summaries(tx, visible(tx, viewer).where('execution.executionId', '=', id)).executeTakeFirst();
  return row && summaryOf(row);
}

/** Names of the executions a viewer may see. */
const visible = (tx: OrgTx, viewer: Viewer) =>
  tx.selectFrom('execution').select('execution.executionId').where('execution.orgId', '=', tx.org).where(isVisibleExecution(tx, viewer));

/** What a list says of these executions. A page is chosen before anything is counted: a database that knows no statistics would count them all. */
const summaries = (tx: OrgTx, page: ReturnType<typeof visible>) =>
  tx
    .selectFrom('execution')
    .innerJoin('procedureVersion as pv', (join) => join.onRef('pv.orgId', '=', 'execution.orgId').onRef('pv.hash', '=', 'execution.procedureHash'))
    .innerJoin('site', (join) => join.onRef('site.orgId', '=', 'execution.orgId').onRef('site.id', '=', 'execution.siteId'))
    .innerJoin('member', (join) => join.onRef('member.orgId', '=', 'execution.orgId').onRef('member.userId', '=', 'execution.openedBy'))
    .leftJoin('asset', (join) => join.onRef('asset.orgId', '=', 'execution.orgId').onRef('asset.id', '=', 'execution.assetId'))
    .innerJoinLateral(
      (row) =>
        row
          .selectFrom('stepState as st')
          .select([
            sql<number>`count(*) filter (where st.effective_kind = 'step')`.as('answered'),
            sql<number>`count(*) filter (where st.effective_outcome = 'fail' or st.effective_kind = 'refuse')`.as('failed'),
          ])
          .whereRef('st.orgId', '=', 'execution.orgId')
          .whereRef('st.executionId', '=', 'execution.executionId')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('operation as o')
          .select('o.stepKey')
          .whereRef('o.orgId', '=', 'execution.orgId')
          .whereRef('o.executionId', '=', 'execution.executionId')
          .where('o.seq', 'is not', null)
          .where('o.stepKey', 'is not', null)
          .orderBy('o.seq', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['execution.executionId as id', 'execution.procedureHash as procedure', 'pv.slug', 'pv.number', 'execution.siteId as site'])
    .select(['site.name as siteName', 'execution.assetId as asset', 'asset.name as assetName', 'execution.status', 'execution.openedAt'])
    .select(['execution.plannedFor', 'site.timeZone as siteZone', 'asset.code as assetCode'])
    .select(['execution.openedBy', 'member.name as openedByName', 'execution.completedAt', 'execution.headSeq as head'])
    .select(['counts.answered', 'counts.failed', 'latest.stepKey as currentStep'])
    .where('execution.orgId', '=', tx.org)
    .where('execution.executionId', 'in', page);

type Row = Omit<ExecutionSummary, 'openedAt' | 'completedAt'> & { openedAt: Date; completedAt: Date | null };

const summaryOf = ({ openedAt, completedAt, ...row }: Row): ExecutionSummary => ({
  ...row,
  openedAt: openedAt.getTime(),
  completedAt: completedAt?.getTime() ?? null,
});

function matches(tx: OrgTx, { statuses, site, asset, person, from, to }: ExecutionFilter): Expression<SqlBool> {
  const row = expressionBuilder<Schema, 'execution'>();
  return row.and([
    ...(statuses === undefined ? [] : [row('execution.status', 'in', statuses)]),
    ...(site === undefined ? [] : [row('execution.siteId', '=', site)]),
    ...(asset === undefined ? [] : [row('execution.assetId', '=', asset)]),
    ...(person === undefined ? [] : [row.or([row('execution.openedBy', '=', person), isOnCrew(tx, person)])]),
    ...(from === undefined ? [] : [row('execution.openedAt', '>=', new Date(from))]),
    ...(to === undefined ? [] : [row('execution.openedAt', '<', new Date(to))]),
  ]);
}

const isAfter = (before: ExecutionPage['before']): Expression<SqlBool> =>
  before === undefined
    ? sql.lit(true)
    : sql<boolean>`(execution.opened_at, execution.execution_id) < (${new Date(before.openedAt)}::timestamptz, ${before.id}::uuid)`;
