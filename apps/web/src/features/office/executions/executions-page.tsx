'use client';

import { Button, Cluster, EmptyState, Skeleton, Stack, Text, Title } from '@heliograph/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { officeMessages } from '../messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { OnboardingCard } from '../onboarding/onboarding-card.tsx';
import { useAddress } from '../shared/address.ts';
import { Unread } from '../shared/page-state.tsx';
import { ExecutionFilters } from './execution-filters.tsx';
import { ExecutionTable } from './execution-table.tsx';
import { exportPath, FILTERS, filterOf } from './filters.ts';

const PAGE = 50;
const NONE = { status: '', site: '', person: '', from: '', to: '' };

/** The organisation's interventions as they come in: newest first, filtered, live, and out again as a file. */
export default function ExecutionsPage() {
  const t = useMessages(officeMessages);
  const live = useLive();
  const language = useLanguage();
  const { values, change, isFiltered } = useAddress(FILTERS);
  useTitle(t.executions);
  const filter = { limit: PAGE, ...filterOf(values) };
  const { client } = trpc.useUtils();
  const pages = useInfiniteQuery({
    queryKey: ['executions', filter],
    queryFn: ({ pageParam, signal }) => client.execution.list.query({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refetchEvery(live),
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" align="center" gap={4}>
          <Title level={1}>{t.executions}</Title>
          <Cluster gap={3}>
            <Text kind="small" isSoft>
              {pages.isSuccess ? t.count(rows.length) : ''}
            </Text>
            {(['csv', 'json'] as const).map((format) => (
              <Button key={format} kind="quiet" icon="download" href={exportPath(format, values, language)} download="">
                {t.export(format.toUpperCase())}
              </Button>
            ))}
          </Cluster>
        </Cluster>
        <OnboardingCard />
        <ExecutionFilters values={values} isFiltered={isFiltered} onChange={change} onClear={() => change(NONE)} />
        {pages.isPending && <Skeleton label={t.loading} lines={8} />}
        {pages.isError && <Unread title={t.failed} error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && rows.length === 0 && <EmptyState title={t.empty}>{isFiltered ? t.emptyFiltered : t.emptyText}</EmptyState>}
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
