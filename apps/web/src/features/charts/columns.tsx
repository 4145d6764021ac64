import { Disclosure, Table } from '@heliograph/ui';
import styles from './charts.module.css';

export interface Column {
  readonly key: string;
  /** Under the column, as short as it can be told. */
  readonly short: string;
  readonly label: string;
  /** Null where there is nothing to draw: a zero that was measured is drawn, as an empty column. */
  readonly value: number | null;
  /** The value as people read it. */
  readonly text: string;
}

interface ColumnsProps {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly labelHead: string;
  readonly valueHead: string;
  /** Opens the numbers. */
  readonly tableLabel: string;
}

const [WIDTH, HEIGHT, FOOT] = [640, 180, 22];
/** The lowest column that can be seen. */
const LEAST = 4;

/** A course of time as columns, with its numbers a press away; the drawing tells nothing that the table does not. */
export function Columns({ title, columns, labelHead, valueHead, tableLabel }: ColumnsProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value ?? 0));
  const step = WIDTH / Math.max(1, columns.length);
  const room = HEIGHT - FOOT - 4;
  return (
    <figure className={styles.figure}>
      <svg className={styles.columns} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMinYMid" aria-hidden="true">
        <line className={styles.rule} x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {columns.map(({ key, short, value }, at) => {
          const height = Math.max(LEAST, ((value ?? 0) / most) * room);
          return (
            <g key={key}>
              {value !== null && (
                <rect
                  className={value === 0 ? styles.zero : styles.fill}
                  {...{ x: at * step + step * 0.2, y: HEIGHT - FOOT - height, width: step * 0.6, height }}
                  rx="2"
                />
              )}
              <text className={styles.tick} x={(at + 0.5) * step} y={HEIGHT - 6} textAnchor="middle">
                {short}
              </text>
            </g>
          );
        })}
      </svg>
      <Disclosure summary={tableLabel}>
        <Table
          caption={title}
          isCaptionHidden
          rows={columns}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', label: labelHead, isPrimary: true, cell: ({ label }) => label },
            { key: 'value', label: valueHead, align: 'end', isWhole: true, cell: ({ text }) => text },
          ]}
        />
      </Disclosure>
    </figure>
  );
}
