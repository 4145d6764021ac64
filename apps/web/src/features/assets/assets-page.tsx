'use client';

import { Icon, List, ListRow, Screen, Section, Skeleton } from '@heliograph/ui';
import { useDeferredValue } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { AssetSearch } from './asset-search.tsx';
import { useEquipmentName } from './equipment-names.ts';
import { assetMessages } from './messages.ts';
import { type Plant, usePlant } from './use-plant.ts';

/** Every site on this phone and what stands on it, from the top of its tree; found by a fragment of a name. */
export default function AssetsPage() {
  const t = useMessages(assetMessages);
  const plant = usePlant();
  useTitle(t.title);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/more" />} bottom={<FieldBottom current="more" />}>
      {plant === undefined ? (
        <Skeleton label={t.reading} lines={6} />
      ) : (
        <AssetSearch plant={plant} assets={plant.assets} onPick={({ id }) => navigate(`/app/assets/${id}`)} idle={<Tops plant={plant} />} />
      )}
    </Screen>
  );
}

const SCREENFUL = 15;

const Tops = ({ plant }: { plant: Plant }) => plant.sites.map((site) => <Top key={site.id} plant={plant} site={site} />);

function Top({ plant, site }: { plant: Plant; site: Plant['sites'][number] }) {
  const typeName = useEquipmentName();
  const tops = plant.tree.childrenOf(null).filter((asset) => asset.site === site.id);
  // What a screen holds is drawn at once, hundreds more behind it right after.
  const shown = useDeferredValue(tops, tops.slice(0, SCREENFUL));
  return (
    <Section title={site.name} aside={site.address}>
      <List>
        {shown.map((asset) => (
          <ListRow key={asset.id} leading={<Icon name="tree" />} title={asset.name} detail={typeName(asset.type)} href={`/app/assets/${asset.id}`} />
        ))}
      </List>
    </Section>
  );
}
