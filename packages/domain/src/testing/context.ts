import { type Asset, type AssetContext, assetSchema } from '../asset/context.ts';
import { type Decimal, decimalSchema } from '../decimal.ts';
import type { EvaluationContext } from '../step-kinds/define.ts';

export const d = (text: string): Decimal => decimalSchema.parse(text);

export interface Facts {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly conditions?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly peers?: readonly string[];
  readonly confirmed?: boolean;
}

/** What an evaluation may look at, from plain facts. */
export const contextWith = ({
  numbers = {},
  values = {},
  conditions = {},
  attributes,
  peers = [],
  confirmed = false,
}: Facts = {}): EvaluationContext => ({
  asset: attributes === undefined ? null : assetWith(attributes),
  numberOf: (id) => decimalOrNull(numbers[id]),
  valueOf: (id) => values[id] ?? null,
  conditionOf: (name) => decimalOrNull(conditions[name]),
  peersOf: () => peers.map(d),
  isConfirmed: () => confirmed,
});

const decimalOrNull = (text: string | undefined): Decimal | null => (text === undefined ? null : d(text));

const inverter: Asset = assetSchema.parse({
  id: '0190b5a0-0000-7000-8000-000000000001',
  site: '0190b5a0-0000-7000-8000-000000000002',
  parent: null,
  type: 'string_inverter',
  name: 'OND07',
  code: 'HG-1',
  position: 1,
  attributes: {},
});

const assetWith = (attributes: Readonly<Record<string, string>>): AssetContext => ({
  asset: inverter,
  attribute: (name) => attributes[name] ?? null,
  descendants: () => [],
});
