'use client';

import { attributeField, type Language } from '@heliograph/domain';
import { useState } from 'react';
import { formatIn } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { query, type RpcError } from '../../../platform/rpc.ts';
import { writtenUnit } from '../../../platform/unit.ts';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { differencesBetween } from '../shared/changed.tsx';
import { textIn } from '../shared/refusal.ts';
import { type AssetDraft, type AssetProblem, type AssetProblems, draftOf, emptyAsset, proposedCode, readAsset } from './asset-draft.ts';
import { plantMessages } from './messages.ts';
import { type AssetItem, type Plant, typeName } from './plant.ts';

export type AssetForm = ReturnType<typeof useAssetForm>;

interface Given {
  readonly plant: Plant;
  /** The one to change, or where a new one is to hang. */
  readonly asset: AssetItem | null;
  readonly below: AssetItem | null;
  onSaved(asset: AssetItem): void;
}

/** A value as the reader writes it: numbers with their comma, texts as they are. */
const shownIn = (language: Language) => (name: string, value: string) =>
  attributeField(name)?.kind === 'decimal' ? formatIn(language).decimal(value) : value;

/** What is typed of one position, what is wrong with it, and its way to the server. */
export function useAssetForm({ plant, asset, below, onSaved }: Given) {
  const language = useLanguage();
  const shown = shownIn(language);
  const asDraft = (item: AssetItem): AssetDraft => {
    const draft = draftOf(item, (value) => value);
    return { ...draft, attributes: Object.fromEntries(Object.entries(draft.attributes).map(([name, value]) => [name, shown(name, value)])) };
  };
  const [draft, setDraft] = useState<AssetDraft>(() => (asset === null ? emptyAsset(typeBelow(below), below?.id ?? null) : asDraft(asset)));
  const [found, setFound] = useState<AssetProblems>({});
  const [theirs, setTheirs] = useState<AssetItem | null>(null);
  const labelOf = useLabels();
  const create = useDoor('asset.create');
  const update = useDoor('asset.update');
  const { isBusy, refused } = asset === null ? create : update;

  const save = async (revision = asset?.revision) => {
    const { problems, position, pattern, serial, name, code, ...rest } = readAsset(draft, plant, { isNew: asset === null, language });
    setFound(problems);
    if (Object.keys(problems).length > 0) return;
    const given = Object.fromEntries(Object.entries({ name, code, pattern, serial }).filter(([, text]) => text !== ''));
    const saved =
      asset === null || revision === undefined
        ? await create.go({ ...rest, ...given, site: plant.site.id, ...(position === null ? {} : { position }) })
        : await update.go({ ...rest, id: asset.id, revision, name, code, serial: serial === '' ? null : serial, position: position ?? 0 });
    if (saved !== null) onSaved(saved);
    // Whoever was first is shown beside what was typed.
    else if (asset !== null) setTheirs((await query('asset.get', { id: asset.id }).catch(() => null))?.asset ?? null);
  };
  return {
    ...{ draft, isBusy, refused, theirs, save, labelOf },
    problems: { ...found, ...refusedFields(refused) },
    proposed: proposedCode(draft, plant),
    type: (wish: Partial<AssetDraft>) => setDraft((now) => ({ ...now, ...wish })),
    write: (name: string, value: string) => setDraft((now) => ({ ...now, attributes: { ...now.attributes, [name]: value } })),
    differences: theirs === null ? [] : differencesBetween(flat(draft, plant, language), flat(asDraft(theirs), plant, language), labelOf),
  };
}

/** What most often hangs below: strings below an inverter or a box, inverters below the rest. */
const typeBelow = (below: AssetItem | null): string => (below !== null && /inverter|combiner|array/.test(below.type) ? 'string' : 'string_inverter');

/** Refusals that are about one field. */
function refusedFields(refused: RpcError | null): AssetProblems {
  const problems: Readonly<Record<string, AssetProblem>> = {
    ...{ code_taken: 'codeTaken', pattern: 'badPattern', parent_site: 'badParent', parent_self: 'badParent', cycle: 'badParent', level: 'badParent' },
  };
  const fields: Readonly<Record<string, string>> = { code_taken: 'code', pattern: 'pattern' };
  const reason = reasonOf(refused) ?? '';
  const problem = problems[reason];
  return problem === undefined ? {} : { [fields[reason] ?? 'parent']: problem };
}

/** What a refusal says that no field can. */
export function useAssetRefusal() {
  const t = useMessages(plantMessages);
  return (refused: RpcError): string | null => {
    switch (textIn(refused, 'reason')) {
      case 'parent_retired':
        return t.parentGone;
      case 'site_retired':
        return t.siteGone;
      case 'retired':
        return t.isRetired;
      default:
        return null;
    }
  };
}

function flat({ attributes, parent, type, pattern: _, ...texts }: AssetDraft, { tree, site }: Plant, language: Language): Record<string, string> {
  const above = parent === null ? site.name : (tree.byId.get(parent)?.name ?? '');
  return { ...texts, type: typeName(type, language), parent: above, ...attributes };
}

/** The words of a field, or of an attribute with its unit. */
function useLabels(): (name: string) => string {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const own: Readonly<Record<string, string>> = {
    ...{ name: t.name, code: t.code, type: t.type, serial: t.serial, position: t.position, parent: t.parent, pattern: t.pattern },
  };
  return (name) => {
    const field = attributeField(name);
    const label = own[name] ?? field?.label[language] ?? name.replaceAll('_', ' ');
    const unit = writtenUnit(field?.unit);
    return unit === '' ? label : `${label} (${unit})`;
  };
}
