'use client';

import { assetByLabel } from '@heliograph/domain';
import { Screen, Skeleton } from '@heliograph/ui';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import AssetPage from './asset-page.tsx';
import { assetMessages } from './messages.ts';
import { UnknownCode } from './unknown-code.tsx';

/** Where a label's link leads: `/app/a/{code}`, offline too. */
export default function CodePage({ code }: { code: string }) {
  const t = useMessages(assetMessages);
  const assets = useRefs('asset');
  const asset = assets === undefined ? undefined : assetByLabel(assets, code);
  if (asset != null) return <AssetPage id={asset.id} />;
  return (
    <Screen top={<FieldTop title={t.unknownTitle} back="/app" />} bottom={<FieldBottom current="scan" />}>
      {asset === undefined ? <Skeleton label={t.reading} lines={5} /> : <UnknownCode code={code} onRescan={() => navigate('/app/scan')} />}
    </Screen>
  );
}
