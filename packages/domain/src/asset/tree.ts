import type { AssetId } from '../ids.ts';
import type { Asset, AssetContext } from './context.ts';
import { isOfType } from './equipment.ts';
import { byLabel } from './label-order.ts';

/** A site's positions, indexed once for many questions. */
export interface AssetTree {
  readonly byId: ReadonlyMap<AssetId, Asset>;
  /** Children in the order of their labels; of `null`, the positions without a parent among these assets. */
  childrenOf(id: AssetId | null): readonly Asset[];
}

export function assetTree(assets: readonly Asset[]): AssetTree {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const children = new Map<AssetId | null, Asset[]>();
  for (const asset of assets) {
    const parent = asset.parent !== null && byId.has(asset.parent) ? asset.parent : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [asset]);
    else siblings.push(asset);
  }
  const ordered = new Set<AssetId | null>();
  return {
    byId,
    childrenOf: (id) => {
      const siblings = children.get(id) ?? [];
      // Put in order when they are first asked for: a plant has thousands of positions, a screen shows those of one branch.
      if (!ordered.has(id)) siblings.sort((a, b) => byLabel(a.name, b.name) || a.position - b.position || byLabel(a.id, b.id));
      ordered.add(id);
      return siblings;
    },
  };
}

/** The asset, then its parent, and so on up to the root. A tree that bites its own tail ends where it began. */
export function lineage(tree: AssetTree, id: AssetId): readonly Asset[] {
  const line: Asset[] = [];
  for (let at = tree.byId.get(id); at !== undefined && !line.includes(at); at = at.parent === null ? undefined : tree.byId.get(at.parent))
    line.push(at);
  return line;
}

/** What formulas and repeats may ask of one asset; null for an id that is not there. Pass a tree where many are asked for. */
export function contextOf(assets: readonly Asset[] | AssetTree, id: AssetId): AssetContext | null {
  const tree = 'byId' in assets ? assets : assetTree(assets);
  const asset = tree.byId.get(id);
  if (asset === undefined) return null;
  return {
    asset,
    attribute: (name) => lineage(tree, id).find(({ attributes }) => Object.hasOwn(attributes, name))?.attributes[name] ?? null,
    descendants: (type) => below(tree, asset, new Set([id])).filter((descendant) => isOfType(descendant.type, type)),
  };
}

/** Depth first: the strings of box 1 in order, then those of box 2. */
function below(tree: AssetTree, asset: Asset, seen: Set<AssetId>): Asset[] {
  return tree.childrenOf(asset.id).flatMap((child) => {
    if (seen.has(child.id)) return [];
    seen.add(child.id);
    return [child, ...below(tree, child, seen)];
  });
}
