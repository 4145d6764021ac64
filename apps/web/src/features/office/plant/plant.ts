import { type Asset, type AssetTree, attributesOf, equipmentType, lineage } from '@heliograph/domain';
import type { Output } from '../../../platform/rpc.ts';

/** A site with its living equipment, indexed. */
export interface Plant {
  readonly site: Output<'site.tree'>['site'];
  readonly assets: readonly AssetItem[];
  readonly tree: AssetTree;
}
export type AssetItem = Output<'site.tree'>['assets'][number];

export const assetIn = ({ assets }: Plant, id: string): AssetItem | null => assets.find((asset) => asset.id === id) ?? null;

/** Where a position stands, from the site's own level down: `Toiture · OND02`; '' directly below the site. */
export const whereOf = ({ tree }: Pick<Plant, 'tree'>, { id }: Pick<Asset, 'id'>): string =>
  lineage(tree, id)
    .slice(1)
    .toReversed()
    .map(({ name }) => name)
    .join(' · ');

/** How many hang below a position, at any depth. */
export function countBelow({ childrenOf }: AssetTree, id: Asset['id']): number {
  let count = 0;
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const children = childrenOf(at);
    count += children.length;
    waiting.push(...children.map((child) => child.id));
  }
  return count;
}

/** What counts for a position and is said by something above it, by attribute. */
export function inherited(tree: AssetTree, from: Asset['id'] | null): ReadonlyMap<string, { readonly value: string; readonly from: string }> {
  const found = new Map<string, { value: string; from: string }>();
  for (const { attributes, name } of from === null ? [] : lineage(tree, from))
    for (const [key, value] of Object.entries(attributes)) if (!found.has(key)) found.set(key, { value, from: name });
  return found;
}

/** What a type is called; one that nobody here knows is shown as its code. */
export const typeName = (type: string, language: 'fr' | 'en'): string => equipmentType(type)?.label[language] ?? type.replaceAll('_', ' ');

/** The attributes that a form shows for a type, and those that stand there besides. */
export function fieldsFor(type: string, attributes: Readonly<Record<string, string>>) {
  const known = attributesOf(type);
  const other = Object.keys(attributes).filter((name) => !known.some((one) => one.name === name));
  return { known, other };
}
