'use client';

import { Button, SidePanel, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { AskButton } from '../../assistant/ask-button.tsx';
import { Confirm } from '../shared/confirm.tsx';
import { useCan } from '../shared/use-can.ts';
import { AssetFacts } from './asset-facts.tsx';
import { AssetForm } from './asset-form.tsx';
import { plantMessages } from './messages.ts';
import { type AssetItem, assetIn, countBelow, type Plant } from './plant.ts';

interface AssetPanelProps {
  readonly plant: Plant;
  /** Id in the address; '' for none. */
  readonly chosen: string;
  /** `edit`, or `add` (below the chosen one); '' to look. */
  readonly task: string;
  onChange(wish: { asset?: string; do?: string }): void;
}

/** The position looked at, changed, or added to, beside the tree. */
export function AssetPanel({ plant, chosen, task, onChange }: AssetPanelProps) {
  const t = useMessages(plantMessages);
  const utils = trpc.useUtils();
  const mayManage = useCan('site.manage');
  const asset = assetIn(plant, chosen);
  const onSaved = ({ id }: AssetItem) => {
    void utils.invalidate();
    onChange({ asset: id, do: '' });
  };
  const close = () => onChange(task === '' ? { asset: '', do: '' } : { do: '' });
  if (mayManage && task === 'add')
    return (
      <SidePanel title={asset === null ? t.add : `${t.addBelow} : ${asset.name}`} closeLabel={t.close} onClose={close}>
        <AssetForm key={`new ${chosen}`} plant={plant} asset={null} below={asset} onSaved={onSaved} />
      </SidePanel>
    );
  if (asset === null) return null;
  if (mayManage && task === 'edit')
    return (
      <SidePanel title={asset.name} closeLabel={t.close} onClose={close}>
        <AssetForm key={`edit ${chosen}`} plant={plant} asset={asset} below={null} onSaved={onSaved} />
      </SidePanel>
    );
  return (
    <SidePanel
      title={asset.name}
      closeLabel={t.close}
      onClose={close}
      actions={
        <>
          <AskButton home="/office/assistant" kind="quiet" context={{ asset: asset.id, label: asset.name }} />
          {mayManage && <Actions plant={plant} asset={asset} onChange={onChange} />}
        </>
      }
    >
      <AssetFacts plant={plant} asset={asset} />
    </SidePanel>
  );
}

function Actions({ plant, asset, onChange }: { plant: Plant; asset: AssetItem; onChange: AssetPanelProps['onChange'] }) {
  const t = useMessages(plantMessages);
  const utils = trpc.useUtils();
  const [isAsking, setAsking] = useState(false);
  const retire = useDoor('asset.retire');
  const turn = async () => {
    const done = await retire.go({ id: asset.id, revision: asset.revision });
    if (done !== null) onChange({ asset: '', do: '' });
    await utils.invalidate();
  };
  return (
    <>
      <Button kind="action" icon="pencil" onClick={() => onChange({ do: 'edit' })}>
        {t.edit}
      </Button>
      <Button kind="quiet" icon="plus" onClick={() => onChange({ do: 'add' })}>
        {t.addBelow}
      </Button>
      <Button kind="quiet" tone="stop" icon="trash" onClick={() => setAsking(true)}>
        {t.retire}
      </Button>
      <Confirm
        title={t.retireTitle(asset.name)}
        isOpen={isAsking}
        doLabel={t.retire}
        cancelLabel={t.cancel}
        isStop
        isBusy={retire.isBusy}
        refused={retire.refused}
        onDo={() => void turn()}
        onClose={() => setAsking(false)}
      >
        <Stack gap={3}>
          <Text>{t.retireText(countBelow(plant.tree, asset.id))}</Text>
          <Text>{t.retireSafe}</Text>
        </Stack>
      </Confirm>
    </>
  );
}
