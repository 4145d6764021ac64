'use client';

import { attributeField, type Language } from '@heliograph/domain';
import { Button, Cluster, Code, Facts, Section, Stack } from '@heliograph/ui';
import { formatIn, useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { writtenUnit } from '../../../platform/unit.ts';
import { AssetAnalyses } from '../vision/asset-analyses.tsx';
import { AssetExecutions } from './asset-executions.tsx';
import { labelsPath } from './labels.ts';
import { plantMessages } from './messages.ts';
import { type AssetItem, countBelow, inherited, type Plant, typeName, whereOf } from './plant.ts';
import { QrCode } from './qr-code.tsx';

/** What is known of one position, its label, and what it takes from above. */
export function AssetFacts({ plant, asset }: { plant: Plant; asset: AssetItem }) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const format = useFormat();
  const below = countBelow(plant.tree, asset.id);
  const attributes = [...inherited(plant.tree, asset.id)];
  return (
    <Stack gap={5}>
      <QrCode code={asset.code} label={asset.code} />
      <Facts
        items={[
          { label: t.code, value: <Code>{asset.code}</Code> },
          { label: t.type, value: typeName(asset.type, language) },
          { label: t.parent, value: whereOf(plant, asset) || t.directly },
          ...(asset.serial === undefined ? [] : [{ label: t.serial, value: <Code>{asset.serial}</Code> }]),
          ...(below === 0 ? [] : [{ label: t.below, value: format.number(below) }]),
        ]}
      />
      <AssetExecutions site={plant.site.id} asset={asset.id} />
      {attributes.length > 0 && (
        <Section title={t.attributes}>
          <Facts
            items={attributes.map(([name, { value, from }]) => {
              const shown = attributeText(name, value, language);
              return {
                label: attributeField(name)?.label[language] ?? name.replaceAll('_', ' '),
                value: from === asset.name ? shown : t.inheritedFact(shown, from),
              };
            })}
          />
        </Section>
      )}
      <AssetAnalyses asset={asset.id} />
      <Cluster gap={3}>
        <Button kind="quiet" icon="scan" href={labelsPath(plant.site.id, asset.id)}>
          {t.label}
        </Button>
        {below > 0 && (
          <Button kind="quiet" icon="scan" href={labelsPath(plant.site.id, asset.id, { isWhole: true })}>
            {t.labelsBelow}
          </Button>
        )}
      </Cluster>
    </Stack>
  );
}

/** A value with its unit, as the language writes it. */
function attributeText(name: string, value: string, language: Language): string {
  const field = attributeField(name);
  if (field?.kind !== 'decimal') return value;
  return formatIn(language).reading(value, writtenUnit(field.unit));
}
