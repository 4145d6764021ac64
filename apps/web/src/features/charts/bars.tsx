import { Table } from '@heliograph/ui';
import type { ReactNode } from 'react';
import styles from './charts.module.css';

export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
  /** Further cells, in the order of `more`. */
  readonly cells?: readonly ReactNode[];
}

interface BarsProps {
  readonly caption: string;
  readonly rows: readonly BarRow[];
  readonly labelHead: string;
  readonly valueHead: string;
  readonly more?: readonly string[];
}

/** Things compared: a chart that is its own table, each bar under the name of what it draws. */
export function Bars({ caption, rows, labelHead, valueHead, more = [] }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <Table
      caption={caption}
      isFolding
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'label',
          label: labelHead,
          isPrimary: true,
          cell: ({ label, value }) => (
            <>
              {label}
              <Bar share={value / most} />
            </>
          ),
        },
        { key: 'value', label: valueHead, align: 'end', isWhole: true, cell: ({ text }) => text },
        ...more.map((label, at) => ({ key: label, label, align: 'end' as const, isWhole: true, cell: ({ cells }: BarRow) => cells?.[at] ?? '–' })),
      ]}
    />
  );
}

const Bar = ({ share }: { share: number }) => (
  <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    <rect className={styles.track} width="100" height="12" rx="1" />
    <rect className={styles.fill} width={share === 0 ? 0 : Math.max(1, share * 100)} height="12" rx="1" />
  </svg>
);
