import type { Asset } from './context.ts';
import { isOfType } from './equipment.ts';
import { byLabel } from './label-order.ts';

/**
 * Positions a procedure is for, as they are offered: in the order in which it names their types, each type by its labels.
 * @param types what the procedure is carried out on; the first is what people come for
 */
export function fittingAssets(assets: readonly Asset[], types: readonly string[]): readonly Asset[] {
  const ranked = assets.flatMap((asset) => {
    const rank = types.findIndex((wanted) => isOfType(asset.type, wanted));
    return rank < 0 ? [] : [{ asset, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || byLabel(a.asset.name, b.asset.name)).map(({ asset }) => asset);
}
