import {
  type AssetFilter,
  findAsset,
  findAssetByCode,
  findSite,
  listAssets,
  type OrgTx,
  pageOfAssets,
  readOrg,
  type StoredAsset,
  type StoredSite,
} from '@heliograph/db';
import { type Asset, type AssetId, assetIdSchema, assetTree, labelPath, lineage, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

export type AssetItem = StoredAsset;

const position = z.tuple([z.string(), assetIdSchema]);

/** Equipment of the sites the person may see, by number. */
export const assetsFor = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { cursor, limit, ...filter }: AssetFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<AssetItem>> =>
  readOrg(db, actor, async (tx) => {
    const [code, id] = positionIn(cursor, position) ?? [];
    const after = code === undefined || id === undefined ? undefined : { code, id };
    return pageOf(await pageOfAssets(tx, actor, { ...filter, after, limit: limit + 1 }), limit, (asset) => [asset.code, asset.id]);
  });

/** An attribute as it counts for an asset: its own, or that of the nearest ancestor that says it. */
export interface CountingAttribute {
  readonly name: string;
  readonly value: string;
  readonly from: AssetId;
}

export interface OpenedAsset {
  readonly asset: AssetItem;
  readonly site: Pick<StoredSite, 'id' | 'name' | 'code' | 'retiredAt'>;
  /** From the site's own level down, without the asset itself. */
  readonly lineage: readonly Pick<Asset, 'id' | 'name' | 'type' | 'code'>[];
  /** How many hang directly below it and are in use. */
  readonly children: number;
  readonly attributes: readonly CountingAttribute[];
  /** What is printed: the square holds `origin + path`, the text below it is the code and the name. */
  readonly label: { readonly code: string; readonly name: string; readonly path: string };
}

/** One asset with what surrounds it. */
export const openAsset = ({ db }: Pick<Deps, 'db'>, actor: Actor, by: { id: AssetId } | { code: string }): Promise<OpenedAsset> =>
  readOrg(db, actor, async (tx) => {
    const asset = ('id' in by ? await findAsset(tx, actor, by.id) : await findAssetByCode(tx, actor, by.code)) ?? refuse('NOT_FOUND');
    return openedAsset(tx, actor, asset);
  });

async function openedAsset(tx: OrgTx, actor: Actor, asset: StoredAsset): Promise<OpenedAsset> {
  const { id, name, code, retiredAt } = (await findSite(tx, actor, asset.site)) ?? refuse('NOT_FOUND');
  const tree = assetTree(await listAssets(tx, asset.site, 'all'));
  const line = lineage(tree, asset.id);
  const counting = new Map<string, CountingAttribute>();
  for (const one of line.toReversed())
    for (const [attribute, value] of Object.entries(one.attributes)) counting.set(attribute, { name: attribute, value, from: one.id });
  const children = (await pageOfAssets(tx, actor, { parent: asset.id, limit: 10_000 })).length;
  return {
    asset,
    site: { id, name, code, retiredAt },
    lineage: line
      .slice(1)
      .toReversed()
      .map(({ id: at, name: called, type, code: number }) => ({ id: at, name: called, type, code: number })),
    children,
    attributes: [...counting.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    label: { code: asset.code, name: asset.name, path: labelPath(asset.code) },
  };
}
