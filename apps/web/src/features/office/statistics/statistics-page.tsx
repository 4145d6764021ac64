'use client';

import { Button, Cluster, Skeleton, Stack, Tabs, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { statisticsMessages } from '../../statistics/messages.ts';
import { type Statistics, Usage } from '../../statistics/usage.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Unread } from '../shared/page-state.tsx';

type Whose = 'me' | 'organisation';

/** How the assistant is used: by me, or by the organisation as a whole. */
export default function StatisticsPage() {
  const t = useMessages(statisticsMessages);
  const live = useLive();
  const [whose, setWhose] = useState<Whose>('organisation');
  useTitle(t.title);
  const tabs = (['organisation', 'me'] as const).map((key) => ({ key, label: t[key] }));
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" align="center" gap={4}>
          <Title>{t.title}</Title>
          <Button kind="quiet" icon="eye" href="/office/analyses/agreement">
            {t.agreement}
          </Button>
        </Cluster>
        <Tabs label={t.whose} tabs={tabs} current={whose} onChange={setWhose}>
          {whose === 'me' ? <Mine /> : <Everybodys />}
        </Tabs>
      </Stack>
    </OfficeFrame>
  );
}

function Mine() {
  const { data, error, refetch } = trpc.stats.me.useQuery();
  return <Shown whose="me" statistics={data} error={error} onRetry={() => void refetch()} />;
}

function Everybodys() {
  const { data, error, refetch } = trpc.stats.organisation.useQuery();
  return <Shown whose="organisation" statistics={data} error={error} onRetry={() => void refetch()} />;
}

interface ShownProps {
  readonly whose: Whose;
  readonly statistics: Statistics | undefined;
  readonly error: unknown;
  onRetry(): void;
}

function Shown({ whose, statistics, error, onRetry }: ShownProps) {
  const t = useMessages(statisticsMessages);
  if (statistics !== undefined) return <Usage whose={whose} statistics={statistics} />;
  return error === null ? <Skeleton label={t.loading} lines={6} /> : <Unread title={t.failed} error={error} onRetry={onRetry} />;
}
