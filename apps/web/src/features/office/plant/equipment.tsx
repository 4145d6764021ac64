'use client';

import { type AssetId, lineage, searchAssets } from '@heliograph/domain';
import { Button, Cluster, EmptyState, List, ListRow, SearchField, Segmented, Stack, Text } from '@heliograph/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { pathTo } from '../../../platform/router.ts';
import { useCan } from '../shared/use-can.ts';
import { AssetTree } from './asset-tree.tsx';
import { labelsPath } from './labels.ts';
import { plantMessages } from './messages.ts';
import { assetIn, type Plant, typeName, whereOf } from './plant.ts';
import { RetiredAssets } from './retired-assets.tsx';

interface EquipmentProps {
  readonly plant: Plant;
  readonly chosen: string;
  onChange(wish: { asset?: string; do?: string }): void;
}

/** What a site is made of, and what is done to it as a whole. */
export function Equipment({ plant, chosen, onChange }: EquipmentProps) {
  const t = useMessages(plantMessages);
  const mayManage = useCan('site.manage');
  const [shown, setShown] = useState<'no' | 'only'>('no');
  const isInUse = plant.site.retiredAt === null;
  return (
    <Stack gap={4}>
      <Cluster gap={3} justify="between">
        <Segmented
          label={t.show}
          isLabelHidden
          value={shown}
          onChange={setShown}
          options={[
            { value: 'no', label: t.inUse },
            { value: 'only', label: t.retired },
          ]}
        />
        <Cluster gap={2}>
          {mayManage && isInUse && (
            <>
              <Button kind="action" icon="plus" onClick={() => onChange({ asset: '', do: 'add' })}>
                {t.add}
              </Button>
              <Button kind="quiet" icon="upload" href={pathTo('/office/sites/:id/import', { id: plant.site.id })}>
                {t.importFile}
              </Button>
            </>
          )}
          <Button kind="quiet" icon="scan" href={labelsPath(plant.site.id)}>
            {t.labels}
          </Button>
        </Cluster>
      </Cluster>
      {shown === 'only' ? <RetiredAssets site={plant.site} /> : <InUse plant={plant} chosen={chosen} onChange={onChange} />}
    </Stack>
  );
}

function InUse({ plant, chosen, onChange }: EquipmentProps) {
  const t = useMessages(plantMessages);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<ReadonlySet<AssetId>>(() => new Set(aboveOf(plant, chosen)));
  const wanted = useDeferredValue(typed.trim());
  const turn = (id: AssetId, isOpen: boolean) => setOpen((now) => new Set(isOpen ? [...now, id] : [...now].filter((one) => one !== id)));
  const choose = (id: AssetId) => {
    setOpen((now) => new Set([...now, ...aboveOf(plant, id)]));
    onChange({ asset: id, do: '' });
  };
  if (plant.assets.length === 0)
    return (
      <EmptyState icon="tree" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  return (
    <Stack gap={3}>
      <SearchField label={t.search} clearLabel={t.clearSearch} value={typed} onChange={setTyped} />
      {wanted === '' ? (
        <>
          <AssetTree label={t.equipment} plant={plant} open={open} chosen={chosen} onOpen={turn} onChoose={choose} />
          <Cluster>
            {open.size > 0 && (
              <Button kind="quiet" onClick={() => setOpen(new Set())}>
                {t.closeAll}
              </Button>
            )}
          </Cluster>
        </>
      ) : (
        <Found plant={plant} wanted={wanted} chosen={chosen} onChoose={choose} />
      )}
    </Stack>
  );
}

/** What must be open for a position to be in sight. */
function aboveOf(plant: Plant, id: string): AssetId[] {
  const asset = assetIn(plant, id);
  return asset === null
    ? []
    : lineage(plant.tree, asset.id)
        .slice(1)
        .map((one) => one.id);
}

interface FoundProps {
  readonly plant: Plant;
  readonly wanted: string;
  readonly chosen: string;
  onChoose(id: AssetId): void;
}

function Found({ plant, wanted, chosen, onChoose }: FoundProps) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const found = useMemo(() => searchAssets(plant.assets, wanted, 100), [plant, wanted]);
  return (
    <Stack gap={3}>
      <Text kind="small" isSoft>
        <span role="status">{t.found(found.length)}</span>
      </Text>
      {found.length > 0 && (
        <List label={t.equipment}>
          {found.map((asset) => (
            <ListRow
              key={asset.id}
              title={asset.name}
              detail={[typeName(asset.type, language), asset.code, whereOf(plant, asset)].filter(Boolean).join(' · ')}
              isCurrent={asset.id === chosen}
              onClick={() => onChoose(asset.id)}
            />
          ))}
        </List>
      )}
    </Stack>
  );
}
