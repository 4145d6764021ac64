import { type Asset, type AssetContext, assetSchema } from '../asset/context.ts';
import { assetTree, contextOf } from '../asset/tree.ts';
import type { AssetId } from '../ids.ts';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const SITE = 5000;
const asset = (n: number, fields: Pick<Asset, 'type' | 'name'> & { parent?: number; attributes?: Record<string, string> }): Asset =>
  assetSchema.parse({
    id: uuid(SITE + n),
    site: uuid(SITE),
    code: `HG-${n}`,
    position: n,
    attributes: {},
    ...fields,
    parent: fields.parent === undefined ? null : uuid(SITE + fields.parent),
  });

/** The handbook's worked example (4.3): 27 modules a string. */
const MODULE = {
  modules_per_string: '27',
  module_voc_stc: '49.8',
  module_isc_stc: '14',
  module_alpha: '0.05',
  module_beta: '-0.27',
};

export interface Plant {
  readonly assets: readonly Asset[];
  context(name: string): AssetContext | null;
  byId(id: AssetId): AssetContext | null;
}

export function plantOf(assets: readonly Asset[]): Plant {
  const tree = assetTree(assets);
  const byId = (id: AssetId) => contextOf(tree, id);
  return {
    assets,
    byId,
    context(name) {
      const found = assets.find((one) => one.name === name);
      return found === undefined ? null : byId(found.id);
    },
  };
}

/** One inverter with so many strings, CH1, CH2… */
export const inverterWith = (strings: number): Plant =>
  plantOf([
    asset(1, { type: 'string_inverter', name: 'OND07', attributes: MODULE }),
    ...Array.from({ length: strings }, (_, n) => asset(10 + n, { type: 'string', name: `CH${n + 1}`, parent: 1 })),
  ]);
