import { createHash } from 'node:crypto';
import {
  type ExecutionId,
  executionIdSchema,
  type Localized,
  type OrganisationId,
  type TipPhoto,
  type TipState,
  type TipText,
  type UserId,
} from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { containing } from './text-search.ts';
import type { Viewer } from './viewer.ts';

/** A tip of a library file. */
export interface Tip {
  readonly id: string;
  readonly title: Localized;
  readonly content: Localized;
  readonly category: string;
  readonly tags: readonly string[];
}

/** Makes or changes tips of a library, approved as they are, under one number. */
export async function saveTips(tx: OrgTx, tips: readonly Tip[]): Promise<void> {
  if (tips.length === 0) return;
  const seq = await nextNumber(tx);
  const rows = tips.map(({ title, content, tags, ...tip }) => ({
    ...{ ...tip, orgId: tx.org, seq, removedAt: null, language: null, authorId: null },
    ...{ title: JSON.stringify(title), content: JSON.stringify(content), tags: [...tags] },
  }));
  await tx
    .insertInto('tip')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['orgId', 'id']).doUpdateSet((row) => ({
        title: row.ref('excluded.title'),
        content: row.ref('excluded.content'),
        category: row.ref('excluded.category'),
        tags: row.ref('excluded.tags'),
        seq: row.ref('excluded.seq'),
        removedAt: null,
      })),
    )
    .execute();
}

/** Puts a tip away: nobody is shown it any more but its author and those who approve. */
export async function removeTip(tx: OrgTx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('tip')
    .set({ removedAt: new Date(now), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .execute();
}

export const listTips = (tx: OrgTx): Promise<Tip[]> =>
  tx
    .selectFrom('tip')
    .select(['id', 'title', 'content', 'category', 'tags'])
    .where('orgId', '=', tx.org)
    .where('removedAt', 'is', null)
    .orderBy('category')
    .orderBy('id')
    .execute();

/** Tips that somebody approved, as everybody reads them. */
export const listApprovedTips = (tx: OrgTx): Promise<Tip[]> =>
  tx
    .selectFrom('tip')
    .select(['id', 'title', 'content', 'category', 'tags'])
    .where('orgId', '=', tx.org)
    .where('removedAt', 'is', null)
    .where('approvedVersion', 'is not', null)
    .orderBy('id')
    .execute();

/** A tip as a viewer reads it: its newest version for its author and those who approve, what was approved for everybody else. */
export interface TipRow extends TipText {
  readonly id: string;
  /** Of the version shown. */
  readonly number: number;
  readonly state: TipState;
  readonly reason: string | null;
  readonly author: UserId | null;
  readonly authorName: string | null;
  /** Null: nobody has approved any of it. */
  readonly approved: number | null;
  readonly isArchived: boolean;
  /** How many found it useful, and whether the viewer did. */
  readonly useful: number;
  readonly isRated: boolean;
  /** Grows with every change. */
  readonly revision: number;
  /** ms; of the version shown, null for what the starter library brought. */
  readonly writtenAt: number | null;
}

export interface TipFilter {
  readonly state?: TipState | 'archived' | undefined;
  readonly author?: UserId | undefined;
  readonly category?: string | undefined;
  readonly query?: string | undefined;
}

interface TipPage extends TipFilter {
  readonly limit: number;
  readonly after?: { readonly revision: number; readonly id: string } | undefined;
}

/** Tips that a viewer may see, what changed last first. */
export async function listTipRows(tx: OrgTx, viewer: Viewer, { state, author, category, query, limit, after }: TipPage): Promise<TipRow[]> {
  const tests = [
    state === 'archived' ? sql`is_archived` : sql`not is_archived`,
    ...(state === undefined || state === 'archived' ? [] : [sql`state = ${state}`]),
    ...(author === undefined ? [] : [sql`author = ${author}::uuid`]),
    ...(category === undefined ? [] : [sql`category = ${category}`]),
    ...(query === undefined ? [] : [sql`${containing(WORDS, query)}`]),
    ...(after === undefined ? [] : [sql`(revision, id) < (${after.revision}::bigint, ${after.id}::text)`]),
  ];
  return readRows(tx, viewer, sql`where ${sql.join(tests, sql` and `)} order by revision desc, id desc limit ${limit}`);
}

export const findTipRow = async (tx: OrgTx, viewer: Viewer, id: string): Promise<TipRow | undefined> =>
  (await readRows(tx, viewer, sql`where id = ${id}`))[0];

const WORDS = sql`concat_ws(' ', title ->> 'fr', title ->> 'en', content ->> 'fr', content ->> 'en', array_to_string(tags, ' '), author_name)`;

const mayApprove = (viewer: Viewer): boolean => scopeOf(viewer) === 'organisation';

async function readRows(tx: OrgTx, viewer: Viewer, rest: RawBuilder<unknown>): Promise<TipRow[]> {
  const { rows } = await sql<Omit<TipRow, 'writtenAt'> & { writtenAt: Date | null }>`
    with shown as (
      select t.*, t.author_id = ${viewer.user}::uuid or ${mayApprove(viewer)}::boolean as is_insider from tip t where t.org_id = ${tx.org}
    ), readable as (
      select t.id, coalesce(v.title, t.title) as title, coalesce(v.content, t.content) as content,
        case when v.number is null then t.language else v.language end as language,
        coalesce(v.category, t.category) as category, coalesce(v.tags, t.tags) as tags, coalesce(v.links, t.links) as links,
        coalesce(v.photos, t.photos) as photos, coalesce(v.number, t.approved_version, t.latest_version) as number,
        coalesce(v.state, 'approved') as state, case when t.is_insider then v.reason end as reason, t.author_id as author, m.name as author_name,
        t.approved_version as approved, t.removed_at is not null as is_archived, t.useful, coalesce(r.useful, false) as is_rated,
        t.seq as revision, v.written_at
      from shown t
      left join tip_version v on v.org_id = t.org_id and v.tip_id = t.id
        and v.number = case when t.is_insider then t.latest_version else t.approved_version end
      left join member m on m.org_id = t.org_id and m.user_id = t.author_id
      left join tip_rating r on r.org_id = t.org_id and r.tip_id = t.id and r.user_id = ${viewer.user}::uuid
      where t.is_insider or (t.approved_version is not null and t.removed_at is null)
    )
    select * from readable ${rest}`.execute(tx);
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt?.getTime() ?? null }));
}

/** One version of a tip's history. */
export interface TipVersion extends TipText {
  readonly number: number;
  readonly state: TipState;
  readonly writtenBy: string | null;
  readonly writtenAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

/** Every version that was written, newest first, with names. */
export async function listTipVersions(tx: OrgTx, id: string): Promise<TipVersion[]> {
  const rows = await tx
    .selectFrom('tipVersion as v')
    .leftJoin('member as w', (join) => join.onRef('w.orgId', '=', 'v.orgId').onRef('w.userId', '=', 'v.writtenBy'))
    .leftJoin('member as d', (join) => join.onRef('d.orgId', '=', 'v.orgId').onRef('d.userId', '=', 'v.decidedBy'))
    .select(['v.number', 'v.title', 'v.content', 'v.language', 'v.category', 'v.tags', 'v.links', 'v.photos', 'v.state', 'v.reason'])
    .select(['w.name as writtenBy', 'v.writtenAt', 'd.name as decidedBy', 'v.decidedAt'])
    .where('v.orgId', '=', tx.org)
    .where('v.tipId', '=', id)
    .orderBy('v.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.getTime(), decidedAt: row.decidedAt?.getTime() ?? null }));
}

/**
 * What photos of a tip are announced under: a uuid, as phones call every subject. That of a starter tip, whose id is a word, follows from the word
 * and is the organisation's own.
 */
export function subjectOfTip(org: OrganisationId, tip: string): ExecutionId {
  const own = executionIdSchema.safeParse(tip);
  if (own.success) return own.data;
  const hex = createHash('sha256').update(`${org} ${tip}`).digest('hex');
  return executionIdSchema.parse([hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-'));
}

/** Those photos that were announced for this tip: naming any other would open a picture that is somebody else's. */
export async function announcedPhotos(tx: OrgTx, tip: string, photos: readonly TipPhoto[]): Promise<TipPhoto[]> {
  if (photos.length === 0) return [];
  const rows = await tx
    .selectFrom('photoUse')
    .select('sha')
    .where('orgId', '=', tx.org)
    .where(
      'sha',
      'in',
      photos.map(({ sha }) => sha),
    )
    .where('executionId', '=', subjectOfTip(tx.org, tip))
    .execute();
  const known = new Set(rows.map(({ sha }) => sha));
  return photos.filter(({ sha }) => known.has(sha));
}
