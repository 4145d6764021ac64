'use client';

import { type Asset, attributeField, decimalSchema, lineage } from '@heliograph/domain';
import { Code, Facts, Section } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { writtenUnit } from '../../platform/unit.ts';
import { assetMessages } from './messages.ts';
import type { Plant } from './use-plant.ts';

/** What to compare with the label in front of one. */
export function AssetIdentity({ plant, asset }: { plant: Plant; asset: Asset }) {
  const t = useMessages(assetMessages);
  const identity = [
    { label: t.code, value: <Code>{asset.code}</Code> },
    ...(asset.serial === undefined ? [] : [{ label: t.serial, value: <Code>{asset.serial}</Code> }]),
    { label: t.position, value: plant.whereOf(asset) },
  ];
  return <Facts items={identity} />;
}

/** What formulas will read, of its own or from what it stands in. */
export function AssetAttributes({ plant, asset }: { plant: Plant; asset: Asset }) {
  const t = useMessages(assetMessages);
  const describe = useAttribute();
  const attributes = attributesOf(plant, asset);
  if (attributes.length === 0) return null;
  return (
    <Section title={t.attributes}>
      <Facts items={attributes.map(({ name, value, from }) => describe(name, value, from === asset ? null : from.name))} />
    </Section>
  );
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly from: Asset;
}

/** The nearest says it: a plant with one kind of module says so once, at the top. */
function attributesOf({ tree }: Plant, asset: Asset): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  for (const from of lineage(tree, asset.id)) {
    for (const [name, value] of Object.entries(from.attributes)) if (!found.has(name)) found.set(name, { name, value, from });
  }
  return [...found.values()];
}

function useAttribute() {
  const t = useMessages(assetMessages);
  const language = useLanguage();
  const format = useFormat();
  return (name: string, value: string, from: string | null) => {
    const field = attributeField(name);
    // A model that looks like a number is none.
    const isNumber = field?.kind !== 'text' && decimalSchema.safeParse(value).success;
    const shown = isNumber ? format.reading(value, writtenUnit(field?.unit)) : value;
    return { label: field?.label[language] ?? name.replaceAll('_', ' '), value: from === null ? shown : `${shown} (${t.inherited(from)})` };
  };
}
