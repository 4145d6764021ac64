'use client';

import { type Asset, type AssetId, type AssetTree, assetTree, lineage, type Site, type SiteId } from '@heliograph/domain';
import { useEffect, useMemo } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { idle } from '../../platform/settled.ts';

/** The sites and positions on this phone. */
export interface Plant {
  readonly sites: readonly Site[];
  readonly assets: readonly Asset[];
  readonly tree: AssetTree;
  site(id: SiteId): Site | null;
  /** `Crest-Nord · PT02 · OND07`, without the asset's own name. */
  whereOf(asset: Asset): string;
}

/** Where the plant is one tap away: it is read while the finger is on its way, since thousands of rows take a slow phone longer than drawing them. */
export function usePlantAhead(): void {
  const { view } = useField();
  useEffect(() => {
    void idle().then(() => [view.refs('site').get(), view.refs('asset').get()]);
  }, [view]);
}

/** Undefined until the disk has answered. */
export function usePlant(): Plant | undefined {
  const sites = useRefs('site');
  const assets = useRefs('asset');
  return useMemo(() => (sites === undefined || assets === undefined ? undefined : plantOf(sites, assets)), [sites, assets]);
}

function plantOf(sites: readonly Site[], assets: readonly Asset[]): Plant {
  const tree = assetTree(assets);
  const site = (id: SiteId) => sites.find((one) => one.id === id) ?? null;
  return {
    sites,
    assets,
    tree,
    site,
    whereOf: (asset) => [site(asset.site)?.name, ...above(tree, asset.id)].filter((name) => name !== undefined).join(' · '),
  };
}

/** Names of what the asset stands in, the outermost first. */
const above = (tree: AssetTree, id: AssetId): string[] =>
  lineage(tree, id)
    .slice(1)
    .map(({ name }) => name)
    .reverse();
