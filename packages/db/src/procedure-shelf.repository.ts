import type { Localized, ProcedureHash, UserId } from '@heliograph/domain';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import type { Named } from './procedure-draft.repository.ts';

/** A procedure itself, apart from its versions. Instants in ms. */
export interface ProcedureRow {
  readonly slug: string;
  readonly createdAt: number;
  readonly archivedAt: number | null;
}

/** Makes a procedure; false where one of this name is there. */
export async function insertProcedure(tx: OrgTx, { slug, by, at }: { slug: string; by: UserId | null; at: number }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('procedure')
    .values({ orgId: tx.org, slug, createdBy: by, createdAt: new Date(at) })
    .onConflict((conflict) => conflict.columns(['orgId', 'slug']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const rowOf = ({ slug, createdAt, archivedAt }: { slug: string; createdAt: Date; archivedAt: Date | null }): ProcedureRow => ({
  slug,
  createdAt: createdAt.getTime(),
  archivedAt: archivedAt?.getTime() ?? null,
});

const procedures = (tx: OrgTx, slug: string) =>
  tx.selectFrom('procedure').select(['slug', 'createdAt', 'archivedAt']).where('orgId', '=', tx.org).where('slug', '=', slug);

export async function findProcedure(tx: OrgTx, slug: string): Promise<ProcedureRow | undefined> {
  const row = await procedures(tx, slug).executeTakeFirst();
  return row && rowOf(row);
}

/** The same, held until the transaction ends: saves and publications of one procedure take turns. */
export async function lockProcedure(tx: OrgTx, slug: string): Promise<ProcedureRow | undefined> {
  const row = await procedures(tx, slug).forUpdate().executeTakeFirst();
  return row && rowOf(row);
}

/** @param at ms; null takes it back into use */
export async function markArchived(tx: OrgTx, slug: string, { by, at }: { by: UserId; at: number | null }): Promise<void> {
  await tx
    .updateTable('procedure')
    .set({ archivedAt: at === null ? null : new Date(at), archivedBy: at === null ? null : by })
    .where('orgId', '=', tx.org)
    .where('slug', '=', slug)
    .execute();
}

/** Names that begin so, archived ones included: none of them is free. */
export async function slugsBeginning(tx: OrgTx, beginning: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('procedure')
    .select('slug')
    .where('orgId', '=', tx.org)
    .where((row) => row.fn<boolean>('starts_with', ['slug', row.val(beginning)]))
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** Names that a procedure may refer to: those with a version in use. */
export async function listUsableSlugs(tx: OrgTx): Promise<string[]> {
  const rows = await tx
    .selectFrom('procedureVersion')
    .select('slug')
    .distinct()
    .where('orgId', '=', tx.org)
    .where('withdrawnAt', 'is', null)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** A procedure as the office's list shows it. Texts are those of the newest version, or of the draft where nothing was published. Instants in ms. */
export interface ShelfEntry {
  readonly slug: string;
  readonly archivedAt: number | null;
  /** The newest version. */
  readonly version: { readonly hash: ProcedureHash; readonly number: number; readonly publishedAt: number } | null;
  readonly draft: { readonly revision: number; readonly changedAt: number; readonly changedBy: Named } | null;
  /** A proposal waits for a second person. */
  readonly isProposed: boolean;
  /** Whatever a draft holds there so far. */
  readonly title: Partial<Localized> | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly steps: number;
}

type ShelfRow = Omit<ShelfEntry, 'archivedAt' | 'version' | 'draft'> & {
  archivedAt: Date | null;
  hash: ProcedureHash | null;
  number: number | null;
  publishedAt: Date | null;
  revision: number | null;
  changedAt: Date | null;
  changedBy: UserId | null;
  changedByName: string | null;
};

/** Every procedure of the organisation, by slug, without its steps. */
export async function listShelf(tx: OrgTx): Promise<ShelfEntry[]> {
  const { rows } = await sql<ShelfRow>`
    with newest as (
      select distinct on (slug) slug, hash, number, published_at, content from procedure_version where org_id = ${tx.org} order by slug, number desc
    ), shelf as (
      select p.slug, p.archived_at, n.hash, n.number, n.published_at, d.revision, d.changed_at, d.changed_by, m.name as changed_by_name,
        coalesce(n.content, d.document) as content,
        exists (select from procedure_proposal o where o.org_id = p.org_id and o.slug = p.slug and o.decision is null) as is_proposed
      from procedure p left join newest n on n.slug = p.slug
        left join procedure_draft d on d.org_id = p.org_id and d.slug = p.slug and d.ended_at is null
        left join member m on m.org_id = d.org_id and m.user_id = d.changed_by
      where p.org_id = ${tx.org})
    select slug, archived_at, hash, number, published_at, revision, changed_at, changed_by, changed_by_name, is_proposed,
      content -> 'title' as title, content ->> 'category' as category, coalesce(content -> 'tags', '[]') as tags,
      case when jsonb_typeof(content -> 'steps') = 'array' then jsonb_array_length(content -> 'steps') else 0 end as steps
    from shelf order by slug`.execute(tx);
  return rows.map(entryOf);
}

const entryOf = (row: ShelfRow): ShelfEntry => ({
  ...{ slug: row.slug, isProposed: row.isProposed, title: row.title, category: row.category, tags: row.tags, steps: row.steps },
  archivedAt: row.archivedAt?.getTime() ?? null,
  version:
    row.hash === null || row.number === null || row.publishedAt === null
      ? null
      : { hash: row.hash, number: row.number, publishedAt: row.publishedAt.getTime() },
  draft:
    row.revision === null || row.changedAt === null || row.changedBy === null
      ? null
      : { revision: row.revision, changedAt: row.changedAt.getTime(), changedBy: { id: row.changedBy, name: row.changedByName ?? '' } },
});
