'use client';

import { type Agreement, type AgreementRow, outcomeSchema } from '@heliograph/domain/vision';
import { Button, Cluster, EmptyState, Figure, Section, SelectField, Skeleton, Stack, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { Bars } from '../../charts/bars.tsx';
import styles from '../../charts/charts.module.css';
import { Columns } from '../../charts/columns.tsx';
import { monthShort, monthsBefore, monthText } from '../../charts/months.ts';
import { visionMessages } from '../../vision/messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { Unread } from '../shared/page-state.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { officeVisionMessages } from './messages.ts';

const PLACES = ['months', 'model'] as const;
/** Months back, this one among them. */
const SPANS = [1, 3, 6, 12] as const;
const LONGEST = 12;
const thisMonth = (): string => new Date().toISOString().slice(0, 7);

/** How often people and models agree, by class, model and month, and what is taken for what. */
export default function AgreementPage() {
  const t = useMessages(officeVisionMessages);
  const live = useLive();
  const { values, change } = useAddress(PLACES);
  const span = SPANS.find((months) => String(months) === values.months);
  const filter = {
    ...(span === undefined ? {} : { from: monthsBefore(thisMonth(), span).at(-1) ?? '' }),
    ...(values.model === '' ? {} : { model: values.model }),
  };
  const { data, error, refetch } = trpc.vision.agreement.useQuery(filter, {
    refetchInterval: refetchEvery(live),
    placeholderData: (before) => before,
  });
  // A model that was filtered by stays to be chosen, though only its own row comes back.
  const models = [...new Set([...(data?.models.map(({ key }) => key) ?? []), ...(values.model === '' ? [] : [values.model])])];
  useTitle(t.agreement);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={6}>
        <Cluster gap={3}>
          <Button kind="quiet" icon="arrow-left" href="/office/analyses">
            {t.back}
          </Button>
        </Cluster>
        <Title>{t.agreement}</Title>
        <FilterBar label={t.filters} values={[values.months, values.model]}>
          <SelectField
            label={t.from}
            value={values.months}
            onChange={(months) => change({ months })}
            options={[{ value: '', label: t.ever }, ...SPANS.map((months) => ({ value: String(months), label: t.last(months) }))]}
          />
          <SelectField
            label={t.model}
            value={values.model}
            onChange={(model) => change({ model })}
            options={[{ value: '', label: t.allModels }, ...models.map((value) => ({ value, label: value }))]}
          />
        </FilterBar>
        {data === undefined && error === null && <Skeleton label={t.loading} lines={8} />}
        {error !== null && <Unread title={t.failed} error={error} onRetry={() => void refetch()} />}
        {data !== undefined && <Shown agreement={data} span={span ?? LONGEST} />}
      </Stack>
    </OfficeFrame>
  );
}

function Shown({ agreement, span }: { agreement: Agreement; span: number }) {
  const t = useMessages(officeVisionMessages);
  const say = useLocalized();
  const language = useLanguage();
  const percent = usePercent();
  const { classes, models, months, labels } = agreement;
  const sum = outcomeSchema.options.reduce((total, outcome) => total + agreement.decided[outcome], 0);
  const classRows = classes.map((row) => {
    const label = labels[row.key];
    return { row, label: label === undefined ? row.key : say(label) };
  });
  return (
    <Stack gap={7}>
      <Sums agreement={agreement} />
      {sum === 0 ? (
        <EmptyState icon="eye" title={t.none}>
          {t.noneText}
        </EmptyState>
      ) : (
        <>
          <Tallies caption={t.byClass} labelHead={t.class} rows={classRows} />
          <Tallies caption={t.byModel} labelHead={t.model} rows={models.map((row) => ({ row, label: row.key }))} />
          <Section title={t.byMonth}>
            <Columns
              title={t.byMonth}
              labelHead={t.month}
              valueHead={t.precision}
              tableLabel={t.numbers}
              columns={monthsBefore(thisMonth(), span)
                .toReversed()
                .map((key) => {
                  const precision = months.find((row) => row.key === key)?.precision ?? null;
                  return {
                    ...{ key, short: monthShort(key, language), label: monthText(key, language) },
                    ...{ value: precision, text: percent(precision) },
                  };
                })}
            />
          </Section>
          <Section title={t.confusion}>
            <ConfusionTable agreement={agreement} />
          </Section>
        </>
      )}
    </Stack>
  );
}

function usePercent(): (share: number | null) => string {
  const t = useMessages(officeVisionMessages);
  const format = useFormat();
  return (share) => (share === null ? '–' : t.percent(format.number(share * 100)));
}

function Sums({ agreement: { total, decided, toDecide } }: { agreement: Agreement }) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const format = useFormat();
  const percent = usePercent();
  return (
    <div className={styles.figures}>
      <Figure label={t.precision} value={percent(total.precision)} detail={t.precisionText} />
      {outcomeSchema.options.map((outcome) => (
        <Figure key={outcome} label={words[`outcome_${outcome}`]} value={format.number(decided[outcome])} />
      ))}
      <Figure label={t.missed} value={format.number(total.missed)} />
      <Figure label={t.toDecide} value={format.number(toDecide)} detail={toDecide > 0 && <a href="/office/analyses">{t.decide}</a>} />
    </div>
  );
}

interface TalliesProps {
  readonly caption: string;
  readonly labelHead: string;
  readonly rows: readonly { readonly row: AgreementRow; readonly label: string }[];
}

/** Precision as bars, with what it is made of beside. */
function Tallies({ caption, labelHead, rows }: TalliesProps) {
  const t = useMessages(officeVisionMessages);
  const format = useFormat();
  const percent = usePercent();
  if (rows.length === 0) return <Text isSoft>{t.none}</Text>;
  return (
    <Bars
      caption={caption}
      labelHead={labelHead}
      valueHead={t.precision}
      more={[t.proposed, t.confirmed, t.missed]}
      rows={rows.map(({ row: { key, precision, proposed, confirmed, missed }, label }) => ({
        ...{ key, label, value: precision ?? 0, text: percent(precision) },
        cells: [proposed, confirmed, missed].map((count) => format.number(count)),
      }))}
    />
  );
}
