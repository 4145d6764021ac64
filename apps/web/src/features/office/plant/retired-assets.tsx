'use client';

import { Button, EmptyState, List, ListRow, Notice, Skeleton, Stack } from '@heliograph/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Unread } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
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
  const pages = useInfiniteQuery({
    queryKey: ['retired assets', filter],
    queryFn: ({ pageParam, signal }) => client.asset.list.query({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const bringBack = async ({ id, revision }: AssetItem) => {
    setDone((await restore.go({ id, revision }))?.restored ?? null);
    await invalidate();
  };
  if (pages.isPending) return <Skeleton label={t.loading} />;
  if (pages.isError) return <Unread title={t.failed} error={pages.error} onRetry={() => void pages.refetch()} />;
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
      {rows.length === 0 ? (
        <EmptyState icon="tree" title={t.emptyRetired} />
      ) : (
        <List label={t.retired}>
          {rows.map((asset) => (
            <Row key={asset.id} asset={asset} timeZone={site.timeZone} isBusy={restore.isBusy} onRestore={() => void bringBack(asset)} />
          ))}
        </List>
      )}
      {pages.hasNextPage && (
        <Button kind="quiet" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t.more}
        </Button>
      )}
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
