import type { MouseEvent, ReactNode, Ref } from 'react';
import { classes } from '../classes.ts';
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
  /** Words of any length: where the row folds, its whole width is theirs. */
  isLong?: boolean | undefined;
  /** Part of the width, where every column has one: tables under one another then stand in the same columns. */
  share?: number | undefined;
  /** The cell that names the row, and opens it. */
  isPrimary?: boolean | undefined;
}

export interface TableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen?: ((row: Row) => void) | undefined;
  isCurrent: boolean;
  /** Its place among all rows, from 0, where not every row is drawn, and who measures it there. */
  at?: number | undefined;
  measure?: Ref<HTMLTableRowElement> | undefined;
}

/** One thing of a table. */
export function TableRow<Row>({ row, columns, onOpen, isCurrent, at, measure }: TableRowProps<Row>) {
  return (
    // A keyboard reaches the button in its primary cell, whose click comes by here.
    <tr
      ref={measure}
      data-index={at}
      // The row of the columns' names is the first.
      aria-rowindex={at === undefined ? undefined : at + 2}
      className={classes(styles.row, onOpen && styles.opens)}
      aria-current={isCurrent || undefined}
      onClick={onOpen && ((event) => isMeant(event) && onOpen(row))}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} opens={onOpen !== undefined} />
      ))}
    </tr>
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
  const className = classes(styles.cell, column.align === 'end' && styles.end, column.isWhole && styles.whole, column.isLong && styles.long);
  if (!column.isPrimary)
    return (
      <td className={className} data-label={column.isLabelHidden ? undefined : column.label}>
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
