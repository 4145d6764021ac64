'use client';

import { EmptyState, Facts, Figure, Section, Stack } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import type { Output } from '../../platform/rpc.ts';
import { Bars } from '../charts/bars.tsx';
import styles from '../charts/charts.module.css';
import { useMoney } from '../charts/money.ts';
import { statisticsMessages } from './messages.ts';
import { Months } from './months.tsx';

export type Statistics = Output<'stats.me'>;

interface UsageProps {
  readonly whose: 'me' | 'organisation';
  readonly statistics: Statistics;
}

/** How the assistant is used, as figures, charts and their tables: by one person, or by everybody together. */
export function Usage({ whose, statistics }: UsageProps) {
  const t = useMessages(statisticsMessages);
  return (
    <Stack gap={7}>
      <Sums whose={whose} statistics={statistics} />
      <Particulars whose={whose} statistics={statistics} />
      {statistics.models.length === 0 && statistics.photos === 0 ? (
        <EmptyState icon="chat" title={t.empty}>
          {t.emptyText}
        </EmptyState>
      ) : (
        <Course statistics={statistics} />
      )}
    </Stack>
  );
}

function Sums({ whose, statistics }: UsageProps) {
  const t = useMessages(statisticsMessages);
  const format = useFormat();
  const { conversations, questions, photos, photosDecided, photosAccepted, week, people } = statistics;
  return (
    <div className={styles.figures}>
      <Figure label={t.questions} value={format.number(questions)} detail={t.thisWeek(week.questions)} />
      <Figure label={t.conversations} value={format.number(conversations)} />
      <Figure label={t.photos} value={format.number(photos)} detail={t.thisWeek(week.photos)} />
      {photosDecided > 0 && <Figure label={t.decided} value={format.number(photosDecided)} detail={t.accepted(photosAccepted)} />}
      {whose === 'organisation' && <Figure label={t.people} value={format.number(people)} />}
    </div>
  );
}

/** What it cost, since when, which model is asked most, and whose answers are taken most where several stood side by side. */
function Particulars({ whose, statistics: { models, cost, currency, memberSince } }: UsageProps) {
  const t = useMessages(statisticsMessages);
  const format = useFormat();
  const money = useMoney(currency);
  const [used] = models;
  const [chosen] = models.filter((model) => model.chosen > 0).toSorted((a, b) => b.chosen - a.chosen);
  return (
    <Facts
      items={[
        { label: t.cost, value: money(cost) },
        ...(used === undefined ? [] : [{ label: t.mostUsed, value: `${used.key} · ${t.answers(used.calls)}` }]),
        ...(chosen === undefined ? [] : [{ label: t.mostChosen, value: `${chosen.key} · ${t.times(chosen.chosen)}` }]),
        { label: t[`since_${whose}`], value: format.shortDay(memberSince) },
      ]}
    />
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
