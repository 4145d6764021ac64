'use client';

import type { Asset } from '@heliograph/domain';
import { Button, List, ListRow, Section } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useEquipmentName } from './equipment-names.ts';
import { assetMessages } from './messages.ts';
import type { Plant } from './use-plant.ts';

const SHOWN = 8;

/** What hangs directly below, in the order of its labels. */
export function AssetChildren({ plant, asset }: { plant: Plant; asset: Asset }) {
  const t = useMessages(assetMessages);
  const typeName = useEquipmentName();
  const [isWhole, setWhole] = useState(false);
  const children = plant.tree.childrenOf(asset.id);
  if (children.length === 0) return null;
  return (
    <Section title={t.children} aside={t.childrenCount(children.length)}>
      <List>
        {(isWhole ? children : children.slice(0, SHOWN)).map((child) => (
          <ListRow key={child.id} title={child.name} detail={typeName(child.type)} href={`/app/assets/${child.id}`} />
        ))}
      </List>
      {!isWhole && children.length > SHOWN && <Button onClick={() => setWhole(true)}>{t.showAll(children.length)}</Button>}
    </Section>
  );
}
