import type { AssetContext } from '../asset/context.ts';
import { assetIdSchema } from '../ids.ts';
import type { ProcedureContent, Step } from '../procedure/content.ts';
import type { AssessInput } from './assess.ts';

/** One item of a repeat: an asset of the plant, or a row that somebody added. */
export interface Item {
  readonly key: string;
  readonly label: string;
  readonly asset: AssetContext | null;
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

export const addressOf = (stepId: string, item: string | null): string => (item === null ? stepId : `${stepId}/${item}`);

/** Items of a repeat: the asset's own parts of that kind in the order of their labels, then rows added on the phone. */
export function itemsOf(over: string, { state, asset, assets }: Pick<AssessInput, 'state' | 'asset' | 'assets'>): readonly Item[] {
  const parts = asset?.descendants(over).map((part): Item => ({ key: part.id, label: part.name, asset: assets(part.id) })) ?? [];
  const added = state.items
    .filter(({ p }) => p.over === over)
    .map(({ p }): Item => ({ key: p.item, label: p.label, asset: assets(assetIdSchema.parse(p.item)) }));
  return [...parts, ...added];
}

/** Every place in working order. Steps of one group are filled together, item after item; hidden ones are still among them. */
export function placesOf({ steps }: ProcedureContent, items: (over: string) => readonly Item[]): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < steps.length; ) {
    const together = groupAt(steps, at);
    places.push(...placesTogether(together, items));
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

function placesTogether(steps: readonly Step[], items: (over: string) => readonly Item[]): Place[] {
  const over = steps[0]?.repeat?.over;
  if (over === undefined) return steps.map((step) => ({ step, item: null, address: step.id, needsItems: false }));
  const rows = items(over);
  if (rows.length === 0) return steps.map((step) => ({ step, item: null, address: step.id, needsItems: true }));
  return rows.flatMap((item) => steps.map((step) => ({ step, item, address: addressOf(step.id, item.key), needsItems: false })));
}
