import type { ReactNode } from 'react';
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
  /** The row that the side panel shows. */
  currentKey?: string | undefined;
}

/** Many things of a kind, to compare. The whole row opens through the button in its primary cell. */
export function Table<Row>({ caption, isCaptionHidden = false, columns, rows, rowKey, onOpen, isEven = false, currentKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div className={classes(styles.frame, isEven && styles.measured)} tabIndex={0}>
      <table className={classes(styles.table, isEven && styles.even)}>
        <caption className={isCaptionHidden ? styles.hidden : styles.caption}>{caption}</caption>
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
            <tr key={rowKey(row)} className={classes(styles.row, onOpen && styles.opens)} aria-current={rowKey(row) === currentKey || undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} onOpen={onOpen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, onOpen }: { column: Column<Row>; row: Row; onOpen: ((row: Row) => void) | undefined }) {
  const className = classes(styles.cell, column.align === 'end' && styles.end, column.isWhole && styles.whole);
  if (!column.isPrimary)
    return (
      <td className={className} data-label={column.label}>
        {column.cell(row)}
      </td>
    );
  return (
    <th className={classes(className, styles.primary)} scope="row">
      {onOpen ? (
        <button className={styles.open} type="button" onClick={() => onOpen(row)}>
          {column.cell(row)}
        </button>
      ) : (
        column.cell(row)
      )}
    </th>
  );
}
