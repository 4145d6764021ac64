'use client';

import { Button, Notice, Stack } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { AssetSearch } from './asset-search.tsx';
import { assetMessages } from './messages.ts';
import { usePlant } from './use-plant.ts';

interface UnknownCodeProps {
  readonly code: string;
  onRescan(): void;
}

/** A label nobody here knows is no dead end: the equipment can be looked for by name. */
export function UnknownCode({ code, onRescan }: UnknownCodeProps) {
  const t = useMessages(assetMessages);
  const plant = usePlant();
  return (
    <Stack gap={5}>
      <Notice
        tone="watch"
        title={t.codeUnknown(code)}
        isLive
        action={
          <Button icon="scan" onClick={onRescan}>
            {t.rescan}
          </Button>
        }
      >
        {t.codeUnknownHelp}
      </Notice>
      {plant !== undefined && <AssetSearch plant={plant} assets={plant.assets} onPick={({ id }) => navigate(`/app/assets/${id}`)} />}
    </Stack>
  );
}
