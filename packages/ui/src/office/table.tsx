import type { MouseEvent, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import styles from './table.module.css';

export interface Column<Row> {
  key: string;
  label: string;
  /** Only heard: for a column of buttons that say what they do. */
  isLabelHidden?: boolean | undefined;
  cell: (row: Row) => ReactNode;
  /** Numbers at the end, so that their units stand under one another. */
  align?: 'start' | 'end' | undefined;
  /** A state or a count of a word or two, never broken over two lines. */
  isWhole?: boolean | undefined;
  /** Part of the width, where every column has one: tables under one another then stand in the same columns. */
  share?: number | undefined;
  /** The cell that names the row, and opens it. */
  isPrimary?: boolean | undefined;
}

export interface TableProps<Row> {
  caption: string;
  isCaptionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: ((row: Row) => void) | undefined;
  /** Columns of one width, whatever they hold: for values side by side; with no room for that, one under the other, each with its column's name. */
  isEven?: boolean | undefined;
  /** With no room for its columns, each row becomes a name with its values below it, each under its column's. */
  isFolding?: boolean | undefined;
  /** The row that the side panel shows. */
  currentKey?: string | undefined;
}

/** Many things of a kind, to compare. The whole row opens, for a keyboard through the button in its primary cell. */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  onOpen,
  isEven = false,
  isFolding = false,
  currentKey,
}: TableProps<Row>) {
  const isShared = columns.every(({ share }) => share !== undefined);
  const whole = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div className={classes(styles.frame, (isEven || isFolding) && styles.measured)} tabIndex={0}>
      <table className={classes(styles.table, isEven && styles.even, isFolding && styles.folding, isShared && styles.shared)}>
        <caption className={isCaptionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        {isShared && (
          <colgroup>
            {columns.map(({ key, share = 0 }) => (
              <col key={key} style={{ width: `${(100 * share) / whole}%` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} className={classes(styles.head, column.align === 'end' && styles.end)} scope="col">
                {column.isLabelHidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // A keyboard reaches the button in its primary cell, whose click comes by here.
            <tr
              key={rowKey(row)}
              className={classes(styles.row, onOpen && styles.opens)}
              aria-current={rowKey(row) === currentKey || undefined}
              onClick={onOpen && ((event) => isMeant(event) && onOpen(row))}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} opens={onOpen !== undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether a click means the row: not another control inside it, and not the end of selecting its text. */
function isMeant({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest('a, button, input, label, select, summary, textarea');
  if (control !== null && currentTarget.contains(control)) return control.classList.contains(styles.open ?? '');
  return getSelection()?.type !== 'Range';
}

function Cell<Row>({ column, row, opens }: { column: Column<Row>; row: Row; opens: boolean }) {
  const className = classes(styles.cell, column.align === 'end' && styles.end, column.isWhole && styles.whole);
  if (!column.isPrimary)
    return (
      <td className={className} data-label={column.label}>
        {column.cell(row)}
      </td>
    );
  return (
    <th className={classes(className, styles.primary)} scope="row">
      {opens ? (
        <button className={styles.open} type="button">
          {column.cell(row)}
        </button>
      ) : (
        column.cell(row)
      )}
    </th>
  );
}
