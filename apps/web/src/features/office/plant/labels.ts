import type { Asset } from '@heliograph/domain';
import { pathTo } from '../../../platform/router.ts';
import { withValues } from '../shared/address.ts';
import type { Plant } from './plant.ts';

/** Where labels are printed: of one position, of it and everything below, of the whole site. */
export const labelsPath = (site: string, asset = '', { isWhole = asset === '' }: { isWhole?: boolean } = {}): string =>
  withValues(pathTo('/office/sites/:id/labels', { id: site }), { asset, whole: isWhole ? '1' : '' });

interface Wanted {
  /** Id; '' for the whole site. */
  readonly asset: string;
  readonly isWhole: boolean;
  /** '' for all. */
  readonly type: string;
}

/** The positions whose labels are printed, in the order in which somebody walks the plant. */
export function labelled({ tree, assets }: Pick<Plant, 'tree' | 'assets'>, { asset, isWhole, type }: Wanted): readonly Asset[] {
  const root = assets.find(({ id }) => id === asset);
  const walk = (one: Asset): Asset[] => [one, ...tree.childrenOf(one.id).flatMap(walk)];
  const all = root === undefined ? tree.childrenOf(null).flatMap(walk) : isWhole ? walk(root) : [root];
  return type === '' ? all : all.filter((one) => one.type === type);
}
