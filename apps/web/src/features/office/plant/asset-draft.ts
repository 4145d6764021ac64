import { type AssetId, type Language, mayHangBelow, nextCode, patternOf, readAttribute } from '@heliograph/domain';
import type { AssetItem, Plant } from './plant.ts';

/** What is in the form, as it was typed. */
export interface AssetDraft {
  readonly type: string;
  readonly parent: AssetId | null;
  readonly name: string;
  readonly code: string;
  /** '' : the pattern of the type. */
  readonly pattern: string;
  readonly serial: string;
  readonly position: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export type AssetProblem =
  | 'nameNeeded'
  | 'codeNeeded'
  | 'codeTaken'
  | 'badPosition'
  | 'badPattern'
  | 'badParent'
  | 'not_a_number'
  | 'ambiguous_number'
  | 'too_long';
/** By field; an attribute as `attributes.<name>`. */
export type AssetProblems = Readonly<Record<string, AssetProblem>>;

export const emptyAsset = (type: string, parent: AssetId | null): AssetDraft => ({
  ...{ type, parent, name: '', code: '', pattern: '', serial: '', position: '' },
  attributes: {},
});

/** A stored position as the form shows it. @param shown how the reader writes an attribute's value */
export const draftOf = (asset: AssetItem, shown: (value: string) => string): AssetDraft => ({
  ...{ type: asset.type, parent: asset.parent, name: asset.name, code: asset.code, pattern: '', serial: asset.serial ?? '' },
  position: String(asset.position),
  attributes: Object.fromEntries(Object.entries(asset.attributes).map(([name, value]) => [name, shown(value)])),
});

/** The number that a new position would be given; null where the pattern gives none. */
export function proposedCode({ type, parent, pattern }: AssetDraft, { site, tree, assets }: Plant): string | null {
  const above = parent === null ? undefined : tree.byId.get(parent);
  const taken = assets.map(({ code }) => code);
  return nextCode(pattern.trim() || patternOf(type), { parent: above?.code ?? site.code, site: site.code, taken });
}

/** The form as the server takes it; problems by field where it cannot. @param isNew what is left empty is then made by the server */
export function readAsset(draft: AssetDraft, plant: Plant, { isNew, language }: { isNew: boolean; language: Language }) {
  const problems: Record<string, AssetProblem> = {};
  const attributes: Record<string, string> = {};
  for (const [name, typed] of Object.entries(draft.attributes)) {
    const read = readAttribute(name, typed, language);
    if (read.kind === 'value') attributes[name] = read.value;
    if (read.kind === 'problem') problems[`attributes.${name}`] = read.problem;
  }
  const [name, code, serial, position, pattern] = [draft.name, draft.code, draft.serial, draft.position, draft.pattern].map((text) => text.trim());
  const above = draft.parent === null ? undefined : plant.tree.byId.get(draft.parent);
  if (above !== undefined && !mayHangBelow(draft.type, above.type)) problems['parent'] = 'badParent';
  if (position !== '' && !/^\d{1,9}$/.test(position ?? '')) problems['position'] = 'badPosition';
  if (!isNew && name === '') problems['name'] = 'nameNeeded';
  if (!isNew && code === '') problems['code'] = 'codeNeeded';
  if (isNew && code === '' && proposedCode(draft, plant) === null)
    problems[pattern === '' ? 'code' : 'pattern'] = pattern === '' ? 'codeNeeded' : 'badPattern';
  const { type, parent } = draft;
  return {
    ...{ problems, type, parent, attributes, name: name ?? '', code: code ?? '', serial: serial ?? '', pattern: pattern ?? '' },
    position: position === '' ? null : Number(position),
  };
}
