'use client';

import { Button, Cluster, EmptyState, ErrorState, SelectField, Skeleton, Stack, StateMark, Table, Text, Title } from '@heliograph/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { officeMessages } from '../messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useSiteZone } from './site-zone.ts';
import { StatusBadge } from './status-badge.tsx';
import { type ExecutionRow, STATUSES, type StatusFilter } from './types.ts';

const PAGE = 50;

/** The organisation's interventions as they come in: newest first, filtered, live. */
export default function ExecutionsPage() {
  const t = useMessages(officeMessages);
  const live = useLive();
  const [status, setStatus] = useState<StatusFilter>('all');
  const [site, setSite] = useState('all');
  useTitle(t.executions);
  const sites = trpc.site.list.useQuery({ limit: 100 });
  const siteId = sites.data?.items.find(({ id }) => id === site)?.id;
  const filter = { limit: PAGE, ...(status === 'all' ? {} : { status }), ...(siteId === undefined ? {} : { siteId }) };
  const { client } = trpc.useUtils();
  const pages = useInfiniteQuery({
    queryKey: ['executions', filter],
    queryFn: ({ pageParam, signal }) => client.execution.list.query({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refetchEvery(live),
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = status !== 'all' || site !== 'all';
  const clear = () => {
    setStatus('all');
    setSite('all');
  };
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" align="center" gap={4}>
          <Title level={1}>{t.executions}</Title>
          <Text kind="small" isSoft>
            {pages.isSuccess ? t.count(rows.length) : ''}
          </Text>
        </Cluster>
        <Cluster gap={4}>
          <SelectField
            label={t.status}
            value={status}
            onChange={(value) => setStatus(STATUSES.find((one) => one === value) ?? 'all')}
            options={[{ value: 'all', label: t.allStates }, ...STATUSES.map((value) => ({ value, label: t[`status_${value}`] }))]}
          />
          <SelectField
            label={t.site}
            value={site}
            onChange={setSite}
            options={[{ value: 'all', label: t.allSites }, ...(sites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </Cluster>
        {pages.isPending && <Skeleton label={t.loading} lines={8} />}
        {pages.isError && (
          <ErrorState
            title={t.failed}
            safe={t.failedSafe}
            action={
              <Button kind="action" onClick={() => void pages.refetch()}>
                {t.retry}
              </Button>
            }
          />
        )}
        {pages.isSuccess && rows.length === 0 && (
          <EmptyState
            title={t.empty}
            action={
              isFiltered ? (
                <Button kind="quiet" onClick={clear}>
                  {t.clearFilters}
                </Button>
              ) : undefined
            }
          >
            {isFiltered ? t.emptyFiltered : t.emptyText}
          </EmptyState>
        )}
        {rows.length > 0 && <ExecutionTable rows={rows} />}
        {pages.hasNextPage && (
          <Button kind="quiet" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </Stack>
    </OfficeFrame>
  );
}

function ExecutionTable({ rows }: { rows: readonly ExecutionRow[] }) {
  const t = useMessages(officeMessages);
  const say = useLocalized();
  const format = useFormat();
  const zoneOf = useSiteZone();
  return (
    <Table
      caption={t.executions}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/executions/:id', { id }))}
      columns={[
        {
          key: 'procedure',
          label: t.procedure,
          isPrimary: true,
          cell: ({ procedure }) => (procedure.title === null ? procedure.slug : say(procedure.title)),
        },
        { key: 'status', label: t.status, isWhole: true, cell: ({ status }) => <StatusBadge status={status} /> },
        { key: 'site', label: t.site, cell: ({ site, asset }) => [site.name, asset?.name].filter(Boolean).join(' · ') },
        { key: 'people', label: t.people, cell: ({ people }) => people.map(({ name }) => name).join(', ') },
        { key: 'progress', label: t.progress, align: 'end', cell: ({ progress }) => `${progress.done}/${progress.total}` },
        { key: 'out', label: t.out, isWhole: true, cell: (row) => <Alerts row={row} /> },
        { key: 'photos', label: t.photos, align: 'end', cell: ({ missingPhotos }) => (missingPhotos === 0 ? '–' : format.number(missingPhotos)) },
        {
          key: 'updated',
          label: t.updated,
          align: 'end',
          cell: ({ site, startedAt, openedAt }) => format.moment(startedAt ?? openedAt, zoneOf(site)),
        },
      ]}
    />
  );
}

function Alerts({ row: { failed, watched, conflicts } }: { row: ExecutionRow }) {
  const t = useMessages(officeMessages);
  return (
    <Cluster gap={2}>
      {failed > 0 && <StateMark mark="out" label={String(failed)} size="small" />}
      {watched > 0 && <StateMark mark="watch" label={String(watched)} size="small" />}
      {conflicts > 0 && <StateMark mark="conflict" label={t.conflicts(conflicts)} size="small" />}
      {failed + watched + conflicts === 0 && '–'}
    </Cluster>
  );
}
