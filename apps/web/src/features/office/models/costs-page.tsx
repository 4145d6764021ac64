'use client';

import { Button, Cluster, EmptyState, Figure, Notice, Section, SelectField, Skeleton, Stack, Table, Text, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { Bars } from '../../charts/bars.tsx';
import styles from '../../charts/charts.module.css';
import { useMoney } from '../../charts/money.ts';
import { monthsBefore, useMonthText } from '../../charts/months.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Unread } from '../shared/page-state.tsx';
import { MoreRows } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
import { costMessages } from './cost-messages.ts';

type Costs = Output<'ai.costs'>;
const MONTHS_SHOWN = 12;

/** What each question cost, what it would have cost on the strong model, and what the month has come to. */
export default function CostsPage() {
  const t = useMessages(costMessages);
  const live = useLive();
  const { client } = trpc.useUtils();
  const [month, setMonth] = useState<string | null>(null);
  useTitle(t.title);
  const filter = { limit: 50, ...(month === null ? {} : { month }) };
  const { pages, rows } = usePages({
    key: ['costs', month],
    read: (at, options) => client.ai.costs.query({ ...filter, ...at }, options),
    every: refetchEvery(live),
  });
  const [first] = pages.data?.pages ?? [];
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={6}>
        <Stack gap={5}>
          <Cluster>
            <Button kind="quiet" icon="arrow-left" href="/office/settings/models">
              {t.back}
            </Button>
          </Cluster>
          <Title>{t.title}</Title>
        </Stack>
        {pages.isPending && <Skeleton label={t.loading} lines={6} />}
        {pages.isError && <Unread title={t.failed} error={pages.error} onRetry={() => void pages.refetch()} />}
        {first !== undefined && (
          <>
            <MonthChoice shown={first.month} onChange={setMonth} />
            <Sums costs={first} />
            <Shares costs={first} />
            <Section title={t.ledger}>
              <Stack gap={4}>
                <Text kind="small" isSoft>
                  {t.ledgerText}
                </Text>
                <Calls rows={rows} currency={first.currency} />
                <MoreRows pages={pages} label={t.more} />
              </Stack>
            </Section>
          </>
        )}
      </Stack>
    </OfficeFrame>
  );
}

function MonthChoice({ shown, onChange }: { shown: string; onChange(month: string): void }) {
  const t = useMessages(costMessages);
  const say = useMonthText();
  const [newest] = useState(shown);
  return (
    <div className={styles.choice}>
      <SelectField
        label={t.month}
        value={shown}
        onChange={onChange}
        options={monthsBefore(newest, MONTHS_SHOWN).map((value) => ({ value, label: say(value) }))}
      />
    </div>
  );
}

function Sums({ costs: { spent, limit, standing, questions, currency } }: { costs: Costs }) {
  const t = useMessages(costMessages);
  const money = useMoney(currency);
  const format = useFormat();
  const saved = Math.max(0, questions.strongCost - questions.cost);
  const share = questions.strongCost === 0 ? 0 : Math.round((100 * saved) / questions.strongCost);
  return (
    <Stack gap={4}>
      {standing !== 'fine' && <Notice tone={standing === 'stopped' ? 'stop' : 'watch'}>{t[`budget_${standing}`]}</Notice>}
      <div className={styles.figures}>
        <Figure label={t.spent} value={money(spent)} detail={limit === null ? t.noLimit : t.ofLimit(money(limit))} />
        <Figure label={t.questionsCost} value={money(questions.cost)} detail={t.questionCount(questions.calls)} />
        <Figure label={t.strongCost} value={money(questions.strongCost)} />
        <Figure label={t.saving} value={money(saved)} detail={share === 0 ? undefined : t.savingShare(format.reading(String(share), '%'))} />
      </div>
    </Stack>
  );
}

function Shares({ costs: { models, people, currency } }: { costs: Costs }) {
  const t = useMessages(costMessages);
  const money = useMoney(currency);
  const format = useFormat();
  if (models.length === 0) return null;
  const heads = { valueHead: t.cost, more: [t.calls, t.tokens] };
  const row = ({ key, cost, calls, tokens }: Costs['models'][number], label: string) => ({
    ...{ key, label, value: cost, text: money(cost) },
    cells: [format.number(calls), format.number(tokens)],
  });
  return (
    <>
      <Bars caption={t.byModel} labelHead={t.model} {...heads} rows={models.map((sum) => row(sum, sum.key))} />
      <Bars caption={t.byPerson} labelHead={t.person} {...heads} rows={people.map((sum) => row(sum, sum.name))} />
    </>
  );
}

function Calls({ rows, currency }: { rows: readonly Costs['items'][number][]; currency: string }) {
  const t = useMessages(costMessages);
  const money = useMoney(currency);
  const format = useFormat();
  if (rows.length === 0) return <EmptyState title={t.empty}>{t.emptyText}</EmptyState>;
  return (
    <Table
      caption={t.ledger}
      isCaptionHidden
      isFolding
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', label: t.when, isWhole: true, isPrimary: true, cell: ({ at }) => format.moment(at) },
        { key: 'who', label: t.person, cell: ({ person }) => person.name },
        { key: 'purpose', label: t.purpose, cell: ({ purpose }) => t[`purpose_${purpose}`] },
        { key: 'model', label: t.model, isWhole: true, cell: ({ model }) => model },
        {
          key: 'route',
          label: t.route,
          cell: ({ reason, purpose }) => (reason !== null ? t[`reason_${reason}`] : purpose === 'question' ? t.chosen : '–'),
        },
        { key: 'state', label: t.state, cell: ({ status }) => t[`status_${status}`] },
        { key: 'tokens', label: t.tokens, align: 'end', cell: ({ tokens }) => format.number(tokens) },
        { key: 'cost', label: t.cost, align: 'end', isWhole: true, cell: ({ cost }) => money(cost) },
        { key: 'strong', label: t.onStrong, align: 'end', isWhole: true, cell: ({ strongCost }) => money(strongCost) },
      ]}
    />
  );
}
