'use client';

import { type Asset, type AssetId, searchAssets } from '@heliograph/domain';
import { Button, FieldGroup, List, ListRow, SearchField, Stack, Text } from '@heliograph/ui';
import { useMemo, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { plantMessages } from './messages.ts';
import { type Plant, typeName, whereOf } from './plant.ts';

const SHOWN = 8;

interface AssetPickerProps {
  readonly label: string;
  readonly plant: Pick<Plant, 'assets' | 'tree'>;
  readonly value: AssetId | null;
  /** What stands for no position at all. */
  readonly noneLabel: string;
  readonly id?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Positions that may be chosen. */
  accepts?(asset: Asset): boolean;
  onChange(id: AssetId | null): void;
}

/** One position out of thousands: by a fragment of its name, number or serial number. */
export function AssetPicker({ label, plant, value, noneLabel, id, hint, error, accepts = () => true, onChange }: AssetPickerProps) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const [isChoosing, setChoosing] = useState(false);
  const chosen = value === null ? undefined : plant.tree.byId.get(value);
  const choose = (one: AssetId | null) => {
    setChoosing(false);
    onChange(one);
  };
  return (
    <FieldGroup role="group" label={label} id={id} hint={hint} error={error}>
      {isChoosing ? (
        <Choice plant={plant} noneLabel={noneLabel} accepts={accepts} onChoose={choose} />
      ) : (
        <List>
          <ListRow
            title={chosen?.name ?? noneLabel}
            detail={
              chosen === undefined ? undefined : [typeName(chosen.type, language), chosen.code, whereOf(plant, chosen)].filter(Boolean).join(' · ')
            }
            trailing={
              <Button kind="quiet" onClick={() => setChoosing(true)}>
                {t.changeParent}
              </Button>
            }
          />
        </List>
      )}
    </FieldGroup>
  );
}

interface ChoiceProps extends Pick<AssetPickerProps, 'plant' | 'noneLabel'> {
  accepts(asset: Asset): boolean;
  onChoose(id: AssetId | null): void;
}

function Choice({ plant, noneLabel, accepts, onChoose }: ChoiceProps) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () => (typed.trim() === '' ? plant.tree.childrenOf(null) : searchAssets(plant.assets, typed, 200)).filter(accepts).slice(0, SHOWN),
    [plant, typed, accepts],
  );
  return (
    <Stack gap={2}>
      <SearchField label={t.search} clearLabel={t.clearSearch} value={typed} onChange={setTyped} />
      {typed.trim() !== '' && found.length === 0 && <Text isSoft>{t.found(0)}</Text>}
      <List>
        <ListRow title={noneLabel} onClick={() => onChoose(null)} />
        {found.map((asset) => (
          <ListRow
            key={asset.id}
            title={asset.name}
            detail={[typeName(asset.type, language), asset.code, whereOf(plant, asset)].filter(Boolean).join(' · ')}
            onClick={() => onChoose(asset.id)}
          />
        ))}
      </List>
    </Stack>
  );
}
