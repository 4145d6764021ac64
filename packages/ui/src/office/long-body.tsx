import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, Fragment, memo, type ReactNode, type Ref, useCallback, useLayoutEffect, useRef, useState } from 'react';
import styles from './table.module.css';

type DrawRow = (at: number, measure: Ref<HTMLTableRowElement>) => ReactNode;

interface LongBodyProps {
  /** Of all rows, in their order. */
  readonly keys: readonly string[];
  readonly columns: number;
  readonly draw: DrawRow;
  /** Of the first rows, as they were drawn, px. */
  readonly heights: readonly number[];
}

/** Rows drawn above and below the screen: about one screen, so that a thrown list stays filled. */
const BEYOND = 16;

/** The rows near the screen, and the one that holds the focus; the rest is room. */
export default function LongBody({ keys, columns, draw, heights }: LongBodyProps) {
  const [body, top] = useTop(keys);
  const [focused, setFocused] = useState<number>();
  const usual = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const list = useWindowVirtualizer<HTMLTableRowElement>({
    count: keys.length,
    getItemKey: useCallback((at: number) => keys[at] ?? at, [keys]),
    estimateSize: (at) => heights[at] ?? usual,
    overscan: BEYOND,
    scrollMargin: top,
    initialOffset: () => scrollY,
    initialRect: { width: innerWidth, height: innerHeight },
    rangeExtractor: (range) => including(defaultRangeExtractor(range), focused),
  });
  const near = list.getVirtualItems();
  const after = top + list.getTotalSize() - (near.at(-1)?.end ?? top);
  return (
    <tbody ref={body} onFocus={(event) => setFocused(rowOf(event))} onBlur={() => setFocused(undefined)}>
      {near.map(({ index, key, start }, at) => (
        <Fragment key={key}>
          <Room height={start - (near[at - 1]?.end ?? top)} columns={columns} />
          <NearRow at={index} draw={draw} measure={list.measureElement} />
        </Fragment>
      ))}
      <Room height={after} columns={columns} />
    </tbody>
  );
}

/** Scrolling draws the rows that come, not those that stay. */
const NearRow = memo(({ at, draw, measure }: { at: number; draw: DrawRow; measure: Ref<HTMLTableRowElement> }) => draw(at, measure));

/** Where this body begins on the page, px; looked at again with every change of the rows. */
function useTop(keys: readonly string[]) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + scrollY)), [keys]);
  return [body, top] as const;
}

const including = (near: number[], one: number | undefined): number[] =>
  one === undefined || near.includes(one) ? near : [...near, one].sort((a, b) => a - b);

function rowOf({ target }: FocusEvent): number | undefined {
  const at = target.closest('tr')?.dataset['index'];
  return at === undefined ? undefined : Number(at);
}

/** As high as the rows that are not drawn. */
function Room({ height, columns }: { height: number; columns: number }) {
  if (height < 1) return null;
  return (
    <tr aria-hidden>
      <td className={styles.room} colSpan={columns} style={{ height }} />
    </tr>
  );
}
