import { AppError, type Asset, type AssetId, type RetiredFilter, type SiteId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { holdingWords } from './text-search.ts';
import { assignedSites, type Viewer } from './viewer.ts';

/** A position as the office keeps it. Instants in ms. */
export interface StoredAsset extends Asset {
  /** Number of the last change: what an editor names to change it again. */
  readonly revision: number;
  readonly retiredAt: number | null;
}

/** Rows in one statement: enough that their number does not matter, few enough that others get a word in. */
const CHUNK = 2000;

/**
 * Makes or changes equipment, parents before children. All under one number: it is one change.
 * @param tell how many are written, for whoever waits
 * @throws AppError CONFLICT when one stands on another site already: a position of a plant does not move, what is mounted there does
 */
export async function saveAssets(tx: OrgTx, assets: readonly Asset[], tell: (done: number) => void = () => undefined): Promise<void> {
  if (assets.length === 0) return;
  const seq = await nextNumber(tx);
  for (let at = 0; at < assets.length; at += CHUNK) {
    await writeChunk(tx, assets.slice(at, at + CHUNK), seq);
    tell(Math.min(at + CHUNK, assets.length));
  }
}

async function writeChunk(tx: OrgTx, assets: readonly Asset[], seq: number): Promise<void> {
  const { rows } = await sql<{ id: AssetId }>`
    insert into asset (org_id, id, site_id, parent_id, type, name, code, serial, position, attributes, seq)
    select ${tx.org}::uuid, a.*, ${seq}::bigint
    from unnest(
      ${assets.map(({ id }) => id)}::uuid[], ${assets.map(({ site }) => site)}::uuid[], ${assets.map(({ parent }) => parent)}::uuid[],
      ${assets.map(({ type }) => type)}::text[], ${assets.map(({ name }) => name)}::text[], ${assets.map(({ code }) => code)}::text[],
      ${assets.map(({ serial }) => serial ?? null)}::text[], ${assets.map(({ position }) => position)}::bigint[],
      ${assets.map(({ attributes }) => JSON.stringify(attributes))}::jsonb[]
    ) as a
    on conflict (org_id, id) do update set
      parent_id = excluded.parent_id, type = excluded.type, name = excluded.name, code = excluded.code, serial = excluded.serial,
      position = excluded.position, attributes = excluded.attributes, removed_at = null, seq = excluded.seq
    where asset.site_id = excluded.site_id
    returning id`.execute(tx);
  if (rows.length < assets.length) throw new AppError('CONFLICT', { constraint: 'asset_site_fk' });
}

/** Takes equipment away from phones, or gives it back; its rows stay for the executions that name them. */
export async function retireAssets(tx: OrgTx, ids: readonly AssetId[], at: number | null): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('asset')
    .set({ removedAt: at === null ? null : new Date(at), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('id', 'in', ids)
    .execute();
}

/**
 * A position and what hangs below it: with `retiredAt` null what is in use (goes when it is retired), else what was retired in the same act
 * (comes back with it).
 */
export async function listBranch(tx: OrgTx, { id, retiredAt }: Pick<StoredAsset, 'id' | 'retiredAt'>): Promise<StoredAsset[]> {
  const at = retiredAt === null ? null : new Date(retiredAt);
  const { rows } = await sql<{ id: AssetId }>`
    with recursive branch (id) as (
      select ${id}::uuid
      union
      select a.id from asset a join branch on a.org_id = ${tx.org} and a.parent_id = branch.id
      where a.removed_at is not distinct from ${at}::timestamptz
    ) select id from branch`.execute(tx);
  const ids = rows.map((row) => row.id);
  const found = await stored(tx).where('asset.id', 'in', ids).execute();
  return found.map(storedOf);
}

export interface AssetFilter {
  readonly site?: SiteId | undefined;
  /** Null: what hangs directly below the site. */
  readonly parent?: AssetId | null | undefined;
  readonly type?: string | undefined;
  readonly query?: string | undefined;
  readonly retired?: RetiredFilter | undefined;
}

interface Page extends AssetFilter {
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: Pick<Asset, 'code' | 'id'> | undefined;
}

/** Equipment of the sites a viewer may see, by number. What belongs to a retired site is retired with it. */
export async function pageOfAssets(
  tx: OrgTx,
  viewer: Viewer,
  { site, parent, type, query, retired = 'no', limit, after }: Page,
): Promise<StoredAsset[]> {
  const isRetired = sql<boolean>`(asset.removed_at is not null or site.removed_at is not null)`;
  const rows = await visible(tx, viewer)
    .$if(retired === 'no', (all) => all.where(sql<boolean>`not ${isRetired}`))
    .$if(retired === 'only', (all) => all.where(isRetired))
    .where((row) =>
      row.and([
        ...(site === undefined ? [] : [row('asset.siteId', '=', site)]),
        ...(parent === undefined ? [] : [row('asset.parentId', parent === null ? 'is' : '=', parent)]),
        ...(type === undefined ? [] : [row('asset.type', '=', type)]),
        ...(query === undefined ? [] : [holdingWords(sql`asset.folded`, query)]),
      ]),
    )
    .$if(after !== undefined, (all) => all.where(sql<boolean>`(asset.code collate "C", asset.id) > (${after?.code} collate "C", ${after?.id}::uuid)`))
    .orderBy('asset.code', (order) => order.collate('C'))
    .orderBy('asset.id')
    .limit(limit)
    .execute();
  return rows.map(storedOf);
}

/** One position, retired ones included, where the viewer may see it. */
export async function findAsset(tx: OrgTx, viewer: Viewer, id: AssetId): Promise<StoredAsset | undefined> {
  const row = await visible(tx, viewer).where('asset.id', '=', id).executeTakeFirst();
  return row && storedOf(row);
}

/** The equipment in use that a label names, where the viewer may see it. */
export async function findAssetByCode(tx: OrgTx, viewer: Viewer, code: string): Promise<StoredAsset | undefined> {
  const row = await visible(tx, viewer).where('asset.code', '=', code).where('asset.removedAt', 'is', null).executeTakeFirst();
  return row && storedOf(row);
}

/** Equipment of a site, in the order of labels: what is in use, or all that ever was. */
export async function listAssets(tx: OrgTx, site: SiteId, retired: 'no' | 'all' = 'no'): Promise<StoredAsset[]> {
  const rows = await stored(tx)
    .where('asset.siteId', '=', site)
    .$if(retired === 'no', (all) => all.where('asset.removedAt', 'is', null))
    .orderBy('asset.position')
    .orderBy('asset.code')
    .execute();
  return rows.map(storedOf);
}

/** Numbers (in lower case) in use on other sites than this one, with the name of the site. */
export async function codesElsewhere(tx: OrgTx, site: SiteId, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; site: string }>`
    select lower(a.code) as code, s.name as site from asset a join site s on s.org_id = a.org_id and s.id = a.site_id
    where a.org_id = ${tx.org} and a.site_id <> ${site} and a.removed_at is null and lower(a.code) = any(${codes}::text[])`.execute(tx);
  return new Map(rows.map(({ code, site: name }) => [code, name]));
}

/** Numbers in use in the organisation that begin with a text, in any case: what a pattern must step over. */
export async function codesBeginning(tx: OrgTx, beginning: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from asset where org_id = ${tx.org} and removed_at is null and starts_with(lower(code), ${beginning.toLowerCase()})`.execute(tx);
  return rows.map(({ code }) => code);
}

const COLUMNS = ['asset.id', 'asset.siteId as site', 'asset.parentId as parent', 'asset.type', 'asset.name', 'asset.code', 'asset.serial'] as const;
const MORE = ['asset.position', 'asset.attributes', 'asset.seq as revision', 'asset.removedAt'] as const;

const stored = (tx: OrgTx) => tx.selectFrom('asset').select(COLUMNS).select(MORE).where('asset.orgId', '=', tx.org);

const visible = (tx: OrgTx, viewer: Viewer) =>
  stored(tx)
    .innerJoin('site', (join) => join.onRef('site.orgId', '=', 'asset.orgId').onRef('site.id', '=', 'asset.siteId'))
    .$if(scopeOf(viewer) === 'own', (query) => query.where('asset.siteId', 'in', assignedSites(tx, viewer.user)));

type Row = Omit<StoredAsset, 'serial' | 'retiredAt'> & { serial: string | null; removedAt: Date | null };

const storedOf = ({ serial, removedAt, ...asset }: Row): StoredAsset => ({
  ...asset,
  ...(serial === null ? {} : { serial }),
  retiredAt: removedAt?.getTime() ?? null,
});
