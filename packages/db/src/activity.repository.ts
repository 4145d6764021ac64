import type { ActionName, Localized, OrganisationId, UserId } from '@heliograph/domain';
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { LookupTx, OrgTx } from './database.ts';
import type { Schema } from './schema.ts';
import { containing } from './text-search.ts';

/** An act of the office or of a session. Operations are their own record and do not appear here (decision 38). */
export interface Act {
  readonly id: string;
  readonly actor: UserId | null;
  readonly action: ActionName;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Shortened network address. */
  readonly address: string | null;
}

/** Records an act in the same transaction as what it did. */
export const recordAct = (tx: OrgTx, act: Act): Promise<void> => insert(tx, tx.org, act);

/** The same where only the look-up role is at hand: sign-in and sign-out. */
export const recordActOf = (tx: LookupTx, org: OrganisationId, act: Act): Promise<void> => insert(tx, org, act);

async function insert(tx: OrgTx | LookupTx, org: OrganisationId, { actor, subject, details, ...act }: Act): Promise<void> {
  await tx
    .insertInto('activity')
    .values({
      ...act,
      orgId: org,
      actorId: actor,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      details: JSON.stringify(details),
    })
    .execute();
}

export interface RecordedAct extends Omit<Act, 'action'> {
  /** What was done; an older server may have written names that this one has no words for. */
  readonly action: string;
  /** ms */
  readonly at: number;
  /** Null for acts of nobody of the organisation. */
  readonly actorName: string | null;
  /** The intervention it was about, as people call it: its id says nothing to them. */
  readonly work: { readonly title: Localized; readonly site: string; readonly asset: string | null; readonly step: Localized | null } | null;
}

export interface ActivityFilter {
  readonly actor?: UserId | undefined;
  /** Beginnings of names: `session.` finds every act about sessions. */
  readonly actions?: readonly string[] | undefined;
  readonly subject?: { readonly kind: string; readonly id?: string | undefined } | undefined;
  /** ms; from the first on, before the second. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Words found in who, what, on what, where and the details. Titles of procedures are not looked through: each would be unpacked for every act. */
  readonly query?: string | undefined;
}

interface Page extends ActivityFilter {
  readonly limit: number;
  /** The last act of the page before. */
  readonly before?: { readonly at: number; readonly id: string } | undefined;
}

const TEXT = sql`concat_ws(' ', member.name, activity.action, activity.subject_kind, activity.subject_id, activity.address, activity.details::text,
  site.name, asset.name)`;

/** Title of the step that an act names by its address. */
const STEP_TITLE = sql<Localized | null>`jsonb_path_query_first(pv.content, '$.steps[*] ? (@.id == $id).title',
  jsonb_build_object('id', split_part(activity.details ->> 'step', '/', 1)))`;

/** Acts, newest first. */
export async function listActs(tx: OrgTx, { limit, before, ...filter }: Page): Promise<RecordedAct[]> {
  const rows = await tx
    .selectFrom('activity')
    .leftJoin('member', (join) => join.onRef('member.orgId', '=', 'activity.orgId').onRef('member.userId', '=', 'activity.actorId'))
    .select(['activity.id', 'activity.at', 'activity.actorId as actor', 'member.name as actorName', 'activity.action'])
    .select(['activity.subjectKind', 'activity.subjectId', 'activity.details', 'activity.address'])
    .leftJoin('execution as x', (join) =>
      join
        .onRef('x.orgId', '=', 'activity.orgId')
        // An id of something else need not be a uuid.
        .on('x.executionId', '=', sql`case when activity.subject_kind = 'execution' then activity.subject_id::uuid end`),
    )
    .leftJoin('procedureVersion as pv', (join) => join.onRef('pv.orgId', '=', 'x.orgId').onRef('pv.hash', '=', 'x.procedureHash'))
    .leftJoin('site', (join) => join.onRef('site.orgId', '=', 'x.orgId').onRef('site.id', '=', 'x.siteId'))
    .leftJoin('asset', (join) => join.onRef('asset.orgId', '=', 'x.orgId').onRef('asset.id', '=', 'x.assetId'))
    .select([
      sql<Localized | null>`pv.content -> 'title'`.as('workTitle'),
      'site.name as workSite',
      'asset.name as workAsset',
      STEP_TITLE.as('workStep'),
    ])
    .where('activity.orgId', '=', tx.org)
    .where((row) => row.and(testsOf(filter)))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(activity.at, activity.id) < (${new Date(before?.at ?? 0)}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ subjectKind, subjectId, at, workTitle, workSite, workAsset, workStep, ...row }) => ({
    ...row,
    work: workTitle === null || workSite === null ? null : { title: workTitle, site: workSite, asset: workAsset, step: workStep },
    at: at.getTime(),
    subject: subjectKind === null || subjectId === null ? null : { kind: subjectKind, id: subjectId },
  }));
}

function testsOf({ actor, actions, subject, from, to, query }: ActivityFilter): Expression<SqlBool>[] {
  const row = expressionBuilder<Schema, 'activity'>();
  return [
    ...(actor === undefined ? [] : [row('activity.actorId', '=', actor)]),
    ...(actions === undefined ? [] : [row.or(actions.map((action) => row.fn<boolean>('starts_with', ['activity.action', row.val(action)])))]),
    ...(subject === undefined ? [] : [row('activity.subjectKind', '=', subject.kind)]),
    ...(subject?.id === undefined ? [] : [row('activity.subjectId', '=', subject.id)]),
    ...(from === undefined ? [] : [row('activity.at', '>=', new Date(from))]),
    ...(to === undefined ? [] : [row('activity.at', '<', new Date(to))]),
    ...(query === undefined ? [] : [containing(TEXT, query)]),
  ];
}
