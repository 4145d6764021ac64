'use client';

import { Button, Cluster, EmptyState, Skeleton, Stack, Table, Text, Title } from '@heliograph/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { useColleagues, useSites } from '../shared/every-page.ts';
import { Unread } from '../shared/page-state.tsx';
import { useSteady } from '../shared/use-steady.ts';
import { linesOf } from './act-details.ts';
import { actWords, wordsOfAct } from './act-words.ts';
import styles from './activity.module.css';
import { ActivityFilters, FILTERS, filterOf } from './activity-filters.tsx';
import { activityMessages } from './messages.ts';

const PAGE = 50;
const firstPage: string | null = null;

/** Who did what, when, and from where: newest first. */
export default function ActivityPage() {
  const t = useMessages(activityMessages);
  const live = useLive();
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Stack gap={1}>
          <Title>{t.title}</Title>
          <Text kind="small" isSoft>
            {t.lead}
          </Text>
        </Stack>
        <ActivityFilters />
        <Acts every={refetchEvery(live)} />
      </Stack>
    </OfficeFrame>
  );
}

function Acts({ every }: { every: number | false }) {
  const t = useMessages(activityMessages);
  const { values } = useAddress(FILTERS);
  const filter = { limit: PAGE, ...filterOf({ ...values, query: useSteady(values.query) }) };
  const { client } = trpc.useUtils();
  const pages = useInfiniteQuery({
    queryKey: ['activity', filter],
    queryFn: ({ pageParam, signal }) => client.activity.list.query({ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: every,
    placeholderData: (before) => before,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {pages.isPending && <Skeleton label={t.loading} lines={8} />}
      {pages.isError && <Unread title={t.failed} error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {rows.length > 0 && <ActTable rows={rows} />}
      <Cluster gap={4} align="center">
        {pages.hasNextPage && (
          <Button kind="action" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t.more}
          </Button>
        )}
        <Text kind="small" isSoft>
          <span role="status">{pages.isSuccess ? t.count(rows.length) : ''}</span>
        </Text>
      </Cluster>
    </>
  );
}

function ActTable({ rows }: { rows: Output<'activity.list'>['items'] }) {
  const t = useMessages(activityMessages);
  const acts = useMessages(actWords);
  const format = useFormat();
  const language = useLanguage();
  const names = useNames();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', label: t.when, isWhole: true, cell: ({ at }) => format.moment(at) },
        { key: 'who', label: t.who, cell: ({ actor }) => actor?.name ?? t.nobody },
        { key: 'what', label: t.what, isPrimary: true, cell: ({ action }) => wordsOfAct(acts, action) },
        { key: 'details', label: t.details, cell: ({ details }) => <Lines lines={linesOf(details, { language, names })} /> },
        { key: 'where', label: t.where, cell: ({ address }) => address ?? '–' },
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <div className={styles.lines}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** People and sites that an act may name by their ids. */
function useNames(): ReadonlyMap<string, string> {
  const [people, sites] = [useColleagues().data ?? [], useSites().data ?? []];
  return new Map([...people, ...sites].map(({ id, name }) => [id, name]));
}
