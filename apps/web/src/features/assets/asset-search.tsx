'use client';

import { type Asset, searchAssets } from '@heliograph/domain';
import { EmptyState, Icon, List, ListRow, SearchField, Stack, Text } from '@heliograph/ui';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { assetMessages } from './messages.ts';
import type { Plant } from './use-plant.ts';

interface AssetSearchProps {
  readonly plant: Plant;
  /** Those to look among, the most likely first. */
  readonly assets: readonly Asset[];
  onPick(asset: Asset): void;
  /** In place of the list while nothing is typed. */
  readonly idle?: ReactNode;
}

/** More rows than this are no longer looked through: another letter is quicker. */
const MOST = 30;

/** Positions by a fragment of their name, in the words of the trade; on this phone, while one types. */
export function AssetSearch({ plant, assets, onPick, idle }: AssetSearchProps) {
  const t = useMessages(assetMessages);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  if (assets.length === 0) return <EmptyState title={t.noAssets}>{t.noAssetsText}</EmptyState>;
  const found = searchAssets(assets, query, MOST);
  return (
    <Stack gap={3}>
      <SearchField label={t.search} value={typed} onChange={setTyped} clearLabel={t.clearSearch} />
      {query.trim() === '' && idle}
      {query.trim() !== '' && found.length === 0 && <Text isSoft>{t.nothing}</Text>}
      {found.length > 0 && <AssetRows plant={plant} assets={found} onPick={onPick} />}
    </Stack>
  );
}

export function AssetRows({ plant, assets, onPick }: Pick<AssetSearchProps, 'plant' | 'assets' | 'onPick'>) {
  return (
    <List>
      {assets.map((asset) => (
        <ListRow key={asset.id} leading={<Icon name="tree" />} title={asset.name} detail={plant.whereOf(asset)} onClick={() => onPick(asset)} />
      ))}
    </List>
  );
}
