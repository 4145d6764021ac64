import { lazy, type Ref, type RefObject, Suspense, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { classes } from '../classes.ts';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import styles from './table.module.css';
import { type Column, TableRow } from './table-row.tsx';

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

/** As many rows as a browser scrolls with ease; of more, those near the screen are drawn. */
const DRAWN_WHOLE = 500;
// Not kept on a phone: what it shows in a table is short.
const LongBody = lazy(() => import(/* webpackChunkName: "online-long-list" */ './long-body.tsx'));

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
  const isPrinting = usePrinting();
  const isLong = rows.length > DRAWN_WHOLE && !isPrinting;
  const [table, drawn] = useDrawn(isLong);
  const shares = sharesOf(columns) ?? drawn?.widths;
  const whole = shares?.reduce((sum, share) => sum + share, 0) ?? 0;
  const draw = (row: Row, at?: number, measure?: Ref<HTMLTableRowElement>) => (
    <TableRow key={rowKey(row)} row={row} columns={columns} onOpen={onOpen} isCurrent={rowKey(row) === currentKey} at={at} measure={measure} />
  );
  const plain = <tbody>{(isLong ? rows.slice(0, DRAWN_WHOLE) : rows).map((row) => draw(row))}</tbody>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <div className={classes(styles.frame, (isEven || isFolding) && styles.measured)} tabIndex={0}>
      <table
        ref={table}
        className={classes(styles.table, isEven && styles.even, isFolding && styles.folding, shares && styles.shared)}
        aria-rowcount={isLong ? rows.length + 1 : undefined}
      >
        <caption className={isCaptionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        {shares && (
          <colgroup>
            {columns.map(({ key }, at) => (
              <col key={key} style={{ width: `${(100 * (shares[at] ?? 0)) / whole}%` }} />
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
        {isLong && drawn ? (
          <Suspense fallback={plain}>
            <LongBody
              keys={rows.map(rowKey)}
              columns={columns.length}
              draw={(at, measure) => rows.slice(at, at + 1).map((row) => draw(row, at, measure))}
              heights={drawn.heights}
            />
          </Suspense>
        ) : (
          plain
        )}
      </table>
    </div>
  );
}

/** Each column's part of the width, where all of them name one. */
function sharesOf<Row>(columns: readonly Column<Row>[]): readonly number[] | undefined {
  const shares = columns.flatMap(({ share }) => share ?? []);
  return shares.length === columns.length ? shares : undefined;
}

/** How wide the columns and how high the rows became when they were drawn whole, px. */
interface Drawn {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** A table that grows long keeps the columns it had, and its rows the places they had: nothing moves when those out of sight are let go. */
function useDrawn(isLong: boolean): [RefObject<HTMLTableElement | null>, Drawn | undefined] {
  const table = useRef<HTMLTableElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  useLayoutEffect(() => {
    const { tHead, tBodies } = table.current ?? {};
    const widths = [...(tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
    const heights = [...(tBodies?.[0]?.rows ?? [])].map((row) => row.getBoundingClientRect().height);
    setDrawn(isLong ? { widths, heights } : undefined);
  }, [isLong]);
  return [table, drawn];
}

/** Whether the page goes to paper, where every row belongs. */
const usePrinting = (): boolean =>
  useSyncExternalStore(
    onPrinting,
    () => isOnPaper,
    () => false,
  );

let isOnPaper = false;

function onPrinting(changed: () => void): () => void {
  const tell = ({ type }: Event) => {
    isOnPaper = type === 'beforeprint';
    changed();
  };
  const until = new AbortController();
  for (const type of ['beforeprint', 'afterprint']) addEventListener(type, tell, { signal: until.signal });
  return () => until.abort();
}
