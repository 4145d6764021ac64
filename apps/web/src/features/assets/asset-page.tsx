'use client';

import { type Asset, isOfType } from '@heliograph/domain';
import { Button, EmptyState, List, Screen, Section, Skeleton, Text } from '@heliograph/ui';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { AskButton } from '../assistant/ask-button.tsx';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { ProcedureRow } from '../procedure/procedure-row.tsx';
import { useLibrary } from '../procedure/use-procedures.ts';
import { ModelTips } from '../tips/place-tips.tsx';
import { AssetChildren } from './asset-children.tsx';
import { AssetAttributes, AssetIdentity } from './asset-facts.tsx';
import { AssetReadings } from './asset-readings.tsx';
import { AssetDue, AssetWork } from './asset-work.tsx';
import { useEquipmentName } from './equipment-names.ts';
import { assetMessages } from './messages.ts';
import { type Plant, usePlant } from './use-plant.ts';
import { useWorkAt } from './use-work-at.ts';

/** From the network, where there is one: nobody waits for it. */
const AssetAnalyses = lazy(() => import('../vision/asset-analyses.tsx'));

/** One position of the plant: what it is, what can be done to it, what was done. */
export default function AssetPage({ id }: { id: string }) {
  const t = useMessages(assetMessages);
  const plant = usePlant();
  const asset = plant?.assets.find((one) => one.id === id);
  if (plant !== undefined && asset !== undefined) return <KnownAsset plant={plant} asset={asset} />;
  return (
    <Screen top={<FieldTop title={plant === undefined ? t.title : t.unknownTitle} back="/app" />} bottom={<FieldBottom current="scan" />}>
      {plant === undefined ? (
        <Skeleton label={t.reading} lines={6} />
      ) : (
        <EmptyState icon="tree" title={t.unknownTitle} action={<Button href="/app/scan">{t.scan}</Button>}>
          {t.unknownText}
        </EmptyState>
      )}
    </Screen>
  );
}

function KnownAsset({ plant, asset }: { plant: Plant; asset: Asset }) {
  const typeName = useEquipmentName();
  const work = useWorkAt(asset);
  useTitle(asset.name);
  return (
    <Screen
      top={
        <FieldTop
          title={asset.name}
          eyebrow={typeName(asset.type)}
          back={asset.parent === null ? '/app' : `/app/assets/${asset.parent}`}
          site={asset.site}
        />
      }
      bottom={<FieldBottom current="scan" />}
    >
      <AssetIdentity plant={plant} asset={asset} />
      {work !== undefined && (
        <>
          <AssetDue work={work} />
          <AssetReadings asset={asset} work={work} />
          <AskButton home="/app/assistant" context={{ asset: asset.id, label: asset.name }} />
          <FittingProcedures asset={asset} />
          <ModelTips model={asset.attributes['model']} />
          <AssetWork work={work} />
          <Suspense fallback={null}>
            <AssetAnalyses asset={asset} />
          </Suspense>
          <AssetAttributes plant={plant} asset={asset} />
          <AssetChildren plant={plant} asset={asset} />
        </>
      )}
    </Screen>
  );
}

/** Two taps from here to work begun: the procedure, then "Commencer". */
function FittingProcedures({ asset }: { asset: Asset }) {
  const t = useMessages(assetMessages);
  const fitting = useLibrary()?.filter(({ content }) => content?.equipmentTypes.some((wanted) => isOfType(asset.type, wanted)));
  return (
    <Section title={t.fitting}>
      {fitting?.length === 0 && <Text isSoft>{t.noFitting}</Text>}
      {fitting !== undefined && fitting.length > 0 && (
        <List>
          {fitting.map((procedure) => (
            <ProcedureRow key={procedure.ref.id} procedure={procedure} href={`/app/start/${procedure.ref.hash}?asset=${asset.id}`} />
          ))}
        </List>
      )}
      <Button kind="quiet" href={`/app/library?asset=${asset.id}`}>
        {t.chooseOther}
      </Button>
    </Section>
  );
}
