import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { Columns } from '../charts/columns.tsx';
import { monthShort, monthText } from '../charts/months.ts';
import { statisticsMessages } from './messages.ts';
import type { Statistics } from './usage.tsx';

type Month = Statistics['months'][number];

interface MonthsProps {
  readonly title: string;
  readonly valueHead: string;
  readonly months: readonly Month[];
  numberOf(month: Month): number;
  textOf(month: Month): string;
}

/** Twelve months of one number. */
export function Months({ title, valueHead, months, numberOf, textOf }: MonthsProps) {
  const t = useMessages(statisticsMessages);
  const language = useLanguage();
  const columns = months.map((one) => ({
    ...{ key: one.month, short: monthShort(one.month, language), label: monthText(one.month, language) },
    // A month without a call was not measured: it has no column.
    ...{ value: one.calls === 0 ? null : numberOf(one), text: textOf(one) },
  }));
  return <Columns title={title} columns={columns} labelHead={t.month} valueHead={valueHead} tableLabel={t.numbers} />;
}
