'use client';

import { Button, Cluster, EmptyState, SearchField, Segmented, Sheet, Skeleton, Stack, Table, Text, Title } from '@heliograph/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Unread } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { siteMessages } from './messages.ts';
import type { SiteItem } from './site-draft.ts';
import { SiteForm } from './site-form.tsx';

type Shown = 'no' | 'only';

/** The organisation's plants. */
export default function SitesPage() {
  const t = useMessages(siteMessages);
  const live = useLive();
  const mayManage = useCan('site.manage');
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState('');
  const [retired, setRetired] = useState<Shown>('no');
  const [isAdding, setAdding] = useState(false);
  useTitle(t.title);
  const wanted = useDeferredValue(typed.trim());
  const filter = { limit: 50, retired, ...(wanted === '' ? {} : { query: wanted }) };
  const pages = useInfiniteQuery({
    queryKey: ['sites', filter],
    queryFn: ({ pageParam, signal }) => utils.client.site.list.query({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refetchEvery(live),
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const onSaved = ({ id }: SiteItem) => {
    void utils.invalidate();
    navigate(pathTo('/office/sites/:id', { id }));
  };
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" gap={4}>
          <Title level={1}>{t.title}</Title>
          <Cluster gap={3}>
            <Text kind="small" isSoft>
              {pages.isSuccess ? t.count(rows.length) : ''}
            </Text>
            {mayManage && (
              <Button kind="action" icon="plus" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            )}
          </Cluster>
        </Cluster>
        <SearchField label={t.search} clearLabel={t.clearSearch} value={typed} onChange={setTyped} />
        <ShownChoice value={retired} onChange={setRetired} />
        {pages.isPending && <Skeleton label={t.loading} lines={5} />}
        {pages.isError && <Unread title={t.failed} error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && rows.length === 0 && (
          <EmptyState icon="site" title={t.empty}>
            {wanted !== '' ? t.emptySearch : retired === 'only' ? t.emptyRetired : t.emptyText}
          </EmptyState>
        )}
        {rows.length > 0 && <SiteTable rows={rows} />}
        {pages.hasNextPage && (
          <Button kind="quiet" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </Stack>
      <Sheet title={t.add} isOpen={isAdding} onClose={() => setAdding(false)} closeLabel={t.close} side="end">
        <SiteForm onSaved={onSaved} />
      </Sheet>
    </OfficeFrame>
  );
}

function ShownChoice({ value, onChange }: { value: Shown; onChange: (value: Shown) => void }) {
  const t = useMessages(siteMessages);
  return (
    <Cluster>
      <Segmented
        label={t.show}
        isLabelHidden
        value={value}
        onChange={onChange}
        options={[
          { value: 'no', label: t.inUse },
          { value: 'only', label: t.retired },
        ]}
      />
    </Cluster>
  );
}

function SiteTable({ rows }: { rows: readonly SiteItem[] }) {
  const t = useMessages(siteMessages);
  const format = useFormat();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/sites/:id', { id }))}
      columns={[
        { key: 'name', label: t.name, isPrimary: true, cell: ({ name }) => name },
        { key: 'code', label: t.code, isWhole: true, cell: ({ code }) => code },
        { key: 'address', label: t.address, cell: ({ address }) => address || '–' },
        { key: 'zone', label: t.timeZone, isWhole: true, cell: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
        { key: 'assets', label: t.equipment, align: 'end', cell: ({ assets }) => format.number(assets) },
      ]}
    />
  );
}
