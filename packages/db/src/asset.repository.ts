import { AppError, type Asset, type AssetId, type SiteId } from '@heliograph/domain';
import { scopeOf } from '@heliograph/domain/permission';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';
import { nextNumber } from './sync/counter.ts';
import { assignedSites, type Viewer } from './viewer.ts';

/**
 * Makes or changes equipment, parents before children. All under one number: it is one change.
 * @throws AppError CONFLICT when one stands on another site already: a position of a plant does not move, what is mounted there does
 */
export async function saveAssets(tx: OrgTx, assets: readonly Asset[]): Promise<void> {
  if (assets.length === 0) return;
  const seq = await nextNumber(tx);
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

/** Takes equipment away from phones; its rows stay for the executions that name them. */
export async function removeAssets(tx: OrgTx, ids: readonly AssetId[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('asset')
    .set({ removedAt: new Date(now), seq: await nextNumber(tx) })
    .where('orgId', '=', tx.org)
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute();
}

/** Equipment of a site, in the order of labels. */
export async function listAssets(tx: OrgTx, site: SiteId): Promise<Asset[]> {
  const rows = await assets(tx).where('siteId', '=', site).orderBy('position').orderBy('code').execute();
  return rows.map(assetOf);
}

/** The equipment that a label names, where the viewer may see it. */
export async function findAssetByCode(tx: OrgTx, viewer: Viewer, code: string): Promise<Asset | undefined> {
  const row = await assets(tx)
    .where('code', '=', code)
    .$if(scopeOf(viewer) === 'own', (query) => query.where('siteId', 'in', assignedSites(tx, viewer.user)))
    .executeTakeFirst();
  return row && assetOf(row);
}

const assets = (tx: OrgTx) =>
  tx
    .selectFrom('asset')
    .select(['id', 'siteId as site', 'parentId as parent', 'type', 'name', 'code', 'serial', 'position', 'attributes'])
    .where('orgId', '=', tx.org)
    .where('removedAt', 'is', null);

const assetOf = ({ serial, ...asset }: Omit<Asset, 'serial'> & { serial: string | null }): Asset => ({
  ...asset,
  ...(serial === null ? {} : { serial }),
});
