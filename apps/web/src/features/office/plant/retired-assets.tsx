'use client';

import { Button, EmptyState, List, ListRow, Notice, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { PagedList } from '../shared/paged-list.tsx';
import { useCan } from '../shared/use-can.ts';
import { usePages } from '../shared/use-pages.ts';
import { plantMessages } from './messages.ts';
import { type AssetItem, type Plant, typeName } from './plant.ts';
import { useAssetRefusal } from './use-asset-form.ts';

/** What was taken out of use, and the way back. */
export function RetiredAssets({ site }: { site: Plant['site'] }) {
  const t = useMessages(plantMessages);
  const { client, invalidate } = trpc.useUtils();
  const refusal = useRefusal();
  const own = useAssetRefusal();
  const restore = useDoor('asset.restore');
  const [done, setDone] = useState<number | null>(null);
  const filter = { siteId: site.id, retired: 'only', limit: 50 } as const;
  const { pages, rows } = usePages({
    key: ['retired assets', filter],
    read: (at, options) => client.asset.list.query({ ...filter, ...at }, options),
  });
  const bringBack = async ({ id, revision }: AssetItem) => {
    setDone((await restore.go({ id, revision }))?.restored ?? null);
    await invalidate();
  };
  return (
    <Stack gap={4}>
      {done !== null && (
        <Notice tone="conform" isLive>
          {t.restored(done)}
        </Notice>
      )}
      {restore.refused !== null && (
        <Notice tone="watch" isLive>
          {own(restore.refused) ?? refusal(restore.refused)}
        </Notice>
      )}
      <PagedList
        pages={pages}
        rows={rows}
        words={{ loading: t.loading, failed: t.failed, more: t.more }}
        empty={<EmptyState icon="tree" title={t.emptyRetired} />}
      >
        {(shown) => (
          <List label={t.retired}>
            {shown.map((asset) => (
              <Row key={asset.id} asset={asset} timeZone={site.timeZone} isBusy={restore.isBusy} onRestore={() => void bringBack(asset)} />
            ))}
          </List>
        )}
      </PagedList>
    </Stack>
  );
}

interface RowProps {
  readonly asset: AssetItem;
  readonly timeZone: string;
  readonly isBusy: boolean;
  onRestore(): void;
}

function Row({ asset, timeZone, isBusy, onRestore }: RowProps) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const format = useFormat();
  const mayManage = useCan('site.manage');
  const since = asset.retiredAt === null ? null : t.since(format.day(asset.retiredAt, timeZone));
  return (
    <ListRow
      title={asset.name}
      detail={[typeName(asset.type, language), asset.code, since].filter(Boolean).join(' · ')}
      trailing={
        mayManage && (
          <Button kind="quiet" icon="undo" disabled={isBusy} onClick={onRestore}>
            {t.restore}
          </Button>
        )
      }
    />
  );
}
