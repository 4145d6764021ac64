'use client';

import { assetByLabel, labelCode } from '@heliograph/domain';
import { Screen, Skeleton } from '@heliograph/ui';
import { useState } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { UnknownCode } from '../assets/unknown-code.tsx';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { scanMessages } from './messages.ts';
import { ScannerView } from './scanner-view.tsx';

/** From a label to the equipment it names; a label nobody knows leads to a search. */
export default function ScanPage() {
  const t = useMessages(scanMessages);
  const assets = useRefs('asset');
  useTitle(t.title);
  const [unknown, setUnknown] = useState<string | null>(null);
  const top = <FieldTop title={t.title} />;
  const bottom = <FieldBottom current="scan" />;
  if (assets === undefined)
    return (
      <Screen top={top} bottom={bottom}>
        <Skeleton label={t.reading} lines={4} />
      </Screen>
    );
  const open = (scanned: string) => {
    const asset = assetByLabel(assets, scanned);
    if (asset === null) setUnknown(labelCode(scanned));
    else navigate(`/app/assets/${asset.id}`);
  };
  return (
    <Screen top={top} bottom={bottom}>
      {unknown === null ? <ScannerView onCode={open} /> : <UnknownCode code={unknown} onRescan={() => setUnknown(null)} />}
    </Screen>
  );
}
