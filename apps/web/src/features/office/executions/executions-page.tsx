'use client';

import { Button, Cluster, EmptyState, Stack, Title } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { officeMessages } from '../messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { OnboardingCard } from '../onboarding/onboarding-card.tsx';
import { useAddress } from '../shared/address.ts';
import { PagedList } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
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
  const { pages, rows } = usePages({
    key: ['executions', filter],
    read: (at, options) => client.execution.list.query({ ...filter, ...at }, options),
    every: refetchEvery(live),
  });
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" align="center" gap={4}>
          <Title level={1}>{t.executions}</Title>
          <Cluster gap={3}>
            {(['csv', 'json'] as const).map((format) => (
              <Button key={format} kind="quiet" icon="download" href={exportPath(format, values, language)} download="">
                {t.export(format.toUpperCase())}
              </Button>
            ))}
          </Cluster>
        </Cluster>
        <OnboardingCard />
        <ExecutionFilters values={values} isFiltered={isFiltered} onChange={change} onClear={() => change(NONE)} />
        <PagedList pages={pages} rows={rows} words={t} empty={<EmptyState title={t.empty}>{isFiltered ? t.emptyFiltered : t.emptyText}</EmptyState>}>
          {(shown) => <ExecutionTable rows={shown} />}
        </PagedList>
      </Stack>
    </OfficeFrame>
  );
}
