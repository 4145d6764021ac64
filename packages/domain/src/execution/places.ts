import type { AssetContext } from '../asset/context.ts';
import { isOfType } from '../asset/equipment.ts';
import { type AssetId, assetIdSchema } from '../ids.ts';
import type { ProcedureContent, Step } from '../procedure/content.ts';
import type { AssessInput } from './assess.ts';
import type { ExecutionState } from './fold.ts';

/** One item of a repeat: an asset of the plant, or a row that somebody added. */
export interface Item {
  readonly key: string;
  readonly label: string;
  readonly asset: AssetContext | null;
  /** No longer among the items (the plant's tree changed): what was recorded there is shown, nothing more is asked. */
  readonly isGone: boolean;
}

/** One place to fill in: a step, or one item of a repeated step. */
export interface Place {
  readonly step: Step;
  readonly item: Item | null;
  /** `stepId` or `stepId/itemKey`; for a repeat that has no items yet, the step's own id. */
  readonly address: string;
  /** A repeat with nothing to repeat over: rows are to be added first. */
  readonly needsItems: boolean;
}

/** The items of one repeat by their key, in working order. */
export type Items = ReadonlyMap<string, Item>;
export type ItemsOf = (over: string) => Items;

export const addressOf = (stepId: string, item: string | null): string => (item === null ? stepId : `${stepId}/${item}`);

/** Id of the step that an address is of. */
export const stepIdOf = (address: string): string => address.split('/', 1)[0] ?? address;

/** The step that an address is of; undefined where it is about none, and where the procedure has no such step or cannot be read. */
export const stepAt = <Step extends { readonly id: string }>(
  content: { readonly steps: readonly Step[] } | null | undefined,
  address: string | null | undefined,
): Step | undefined => (address == null ? undefined : content?.steps.find(({ id }) => id === stepIdOf(address)));

/** Items of a repeat: the asset's own parts of that kind in the order of their labels, then rows added on the phone. Each list is made once. */
export function itemLists(input: Pick<AssessInput, 'content' | 'state' | 'asset' | 'assets'>): ItemsOf {
  const lists = new Map<string, Items>();
  return (over) => {
    const items = lists.get(over) ?? itemsOf(over, input);
    lists.set(over, items);
    return items;
  };
}

function itemsOf(over: string, { content, state, asset, assets }: Pick<AssessInput, 'content' | 'state' | 'asset' | 'assets'>): Items {
  const items = new Map<string, Item>();
  const add = (item: Item) => items.has(item.key) || items.set(item.key, item);
  for (const part of partsOf(asset, over)) add({ key: part.id, label: part.name, asset: assets(part.id), isGone: false });
  for (const { p } of state.items) if (p.over === over) add({ key: p.item, label: p.label, asset: assetAt(p.item, assets), isGone: false });
  for (const key of new Set(recordedKeys(over, { content, state }))) {
    if (items.has(key)) continue;
    const known = assetAt(key, assets);
    add({ key, label: known?.asset.name ?? key.slice(-8), asset: known, isGone: true });
  }
  return items;
}

/** Work on one string is work on the string itself. */
function partsOf(asset: AssetContext | null, over: string): readonly AssetContext['asset'][] {
  if (asset === null) return [];
  return isOfType(asset.asset.type, over) ? [asset.asset] : asset.descendants(over);
}

function assetAt(key: string, assets: (id: AssetId) => AssetContext | null): AssetContext | null {
  const id = assetIdSchema.safeParse(key);
  return id.success ? assets(id.data) : null;
}

/** Keys of items at which an answer, a picture or a signature stands. */
function recordedKeys(over: string, { content, state }: { content: ProcedureContent; state: ExecutionState }): string[] {
  const repeated = new Set(content.steps.filter(({ repeat }) => repeat?.over === over).map(({ id }) => id));
  return recordedAddresses(state).flatMap((address) => {
    const [step = '', key] = address.split('/');
    return key !== undefined && repeated.has(step) ? [key] : [];
  });
}

function recordedAddresses({ registers, photos, signatures }: ExecutionState): string[] {
  const answered = [...registers].filter(([, { effective }]) => effective?.operation.k !== 'clear').map(([address]) => address);
  return [...answered, ...[...photos, ...signatures].flatMap(({ s }) => s ?? [])];
}

/** Every place in working order. Steps of one group are filled together, item after item; hidden ones are still among them. */
export function placesOf({ content, state }: Pick<AssessInput, 'content' | 'state'>, items: ItemsOf): readonly Place[] {
  const recorded = new Set(recordedAddresses(state));
  const places: Place[] = [];
  for (let at = 0; at < content.steps.length; ) {
    const together = groupAt(content.steps, at);
    const over = together[0]?.repeat?.over;
    places.push(...(over === undefined ? together.map(placeOnce) : placesOver([...items(over).values()], together, recorded)));
    at += together.length;
  }
  return places;
}

function groupAt(steps: readonly Step[], at: number): readonly Step[] {
  const group = steps[at]?.repeat?.group;
  const rest = steps.slice(at);
  const end = group === undefined ? 1 : rest.findIndex(({ repeat }) => repeat?.group !== group);
  return rest.slice(0, end === -1 ? undefined : end);
}

const placeOnce = (step: Step): Place => ({ step, item: null, address: step.id, needsItems: false });

function placesOver(items: readonly Item[], steps: readonly Step[], recorded: ReadonlySet<string>): Place[] {
  const places = items.flatMap((item) => steps.map((step) => ({ step, item, address: addressOf(step.id, item.key), needsItems: false })));
  const here = places.filter(({ item, address }) => !item.isGone || recorded.has(address));
  const empty = steps.filter((step) => !here.some((place) => place.step === step));
  return [...empty.map((step) => ({ ...placeOnce(step), needsItems: true })), ...here];
}
