'use client';

import { EmptyState, Figure, Section, Skeleton, Stack, Tabs, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { Bars } from '../charts/bars.tsx';
import styles from '../charts/charts.module.css';
import { useMoney } from '../charts/money.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Unread } from '../shared/page-state.tsx';
import { statisticsMessages } from './messages.ts';
import { Months } from './months.tsx';

type Whose = 'me' | 'organisation';
export type Statistics = Output<'stats.me'>;

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
        <Title>{t.title}</Title>
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

function Shown({ whose, statistics: data, error, onRetry }: ShownProps) {
  const t = useMessages(statisticsMessages);
  if (data === undefined)
    return error === null ? <Skeleton label={t.loading} lines={6} /> : <Unread title={t.failed} error={error} onRetry={onRetry} />;
  return (
    <Stack gap={7}>
      <Sums whose={whose} statistics={data} />
      {data.models.length === 0 && data.photos === 0 ? <EmptyState title={t.empty}>{t.emptyText}</EmptyState> : <Course statistics={data} />}
    </Stack>
  );
}

function Sums({ whose, statistics }: { whose: Whose; statistics: Statistics }) {
  const t = useMessages(statisticsMessages);
  const format = useFormat();
  const money = useMoney(statistics.currency);
  const { conversations, questions, photos, week, people, cost, memberSince } = statistics;
  return (
    <div className={styles.figures}>
      <Figure label={t.questions} value={format.number(questions)} detail={t.thisWeek(week.questions)} />
      <Figure label={t.conversations} value={format.number(conversations)} />
      <Figure label={t.photos} value={format.number(photos)} detail={t.thisWeek(week.photos)} />
      {whose === 'organisation' && <Figure label={t.people} value={format.number(people)} />}
      <Figure label={t.cost} value={money(cost)} />
      <Figure label={t[`since_${whose}`]} value={format.shortDay(memberSince)} />
    </div>
  );
}

function Course({ statistics: { months, models, currency } }: { statistics: Statistics }) {
  const t = useMessages(statisticsMessages);
  const format = useFormat();
  const money = useMoney(currency);
  return (
    <>
      <Section title={t.calls}>
        <Months title={t.calls} valueHead={t.count} months={months} numberOf={({ calls }) => calls} textOf={({ calls }) => format.number(calls)} />
      </Section>
      <Section title={t.costs}>
        <Months title={t.costs} valueHead={t.amount} months={months} numberOf={({ cost }) => cost} textOf={({ cost }) => money(cost)} />
      </Section>
      <Bars
        caption={t.models}
        labelHead={t.model}
        valueHead={t.asked}
        more={[t.chosen, t.amount]}
        rows={models.map(({ key, calls, chosen, cost }) => ({
          key,
          label: key,
          value: calls,
          text: format.number(calls),
          cells: [format.number(chosen), money(cost)],
        }))}
      />
    </>
  );
}
