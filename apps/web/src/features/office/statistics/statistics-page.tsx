'use client';

import { Button, Cluster, Stack, Tabs, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { statisticsMessages } from '../../statistics/messages.ts';
import { Usage } from '../../statistics/usage.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Read } from '../shared/page-state.tsx';

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
  const t = useMessages(statisticsMessages);
  const query = trpc.stats.me.useQuery();
  return (
    <Read query={query} words={t} lines={6}>
      {(statistics) => <Usage whose="me" statistics={statistics} />}
    </Read>
  );
}

function Everybodys() {
  const t = useMessages(statisticsMessages);
  const query = trpc.stats.organisation.useQuery();
  return (
    <Read query={query} words={t} lines={6}>
      {(statistics) => <Usage whose="organisation" statistics={statistics} />}
    </Read>
  );
}
