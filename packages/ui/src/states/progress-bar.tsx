import { Pressable } from '../actions/pressable.tsx';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  done: number;
  total: number;
  /** The one under way, counted from 0. */
  current?: number | undefined;
  /** Those that ask for attention, counted from 0. */
  flagged?: readonly number[] | undefined;
  /** "Étape 7 sur 24": written above and read out. */
  label: string;
  isLabelHidden?: boolean | undefined;
  /** The same as a big number: "7 / 24". */
  count?: string | undefined;
  /** What the things are, one by one: said at the end of the line, and a touch anywhere on it opens them. */
  outline?: { readonly label: string; onOpen(): void } | undefined;
}

/** Above this many a cell is thinner than the gap beside it. */
const mostCells = 40;

/** The real count: one cell for each thing to do, filled when it is done. */
export function ProgressBar({ done, total, current, flagged = [], label, isLabelHidden = false, count, outline }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      {(count || !isLabelHidden) && (
        <span className={styles.head}>
          {count && (
            <span className={styles.count} aria-hidden="true">
              {count}
            </span>
          )}
          {!isLabelHidden && (
            <span className={styles.label} aria-hidden="true">
              {label}
            </span>
          )}
          {outline && (
            <Pressable className={styles.outline} onClick={outline.onOpen}>
              <Icon name="list" size={20} />
              <span>{outline.label}</span>
            </Pressable>
          )}
        </span>
      )}
      <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuenow={Math.min(done, total)} aria-valuemax={total} aria-valuetext={label}>
        {total > mostCells ? <Measure share={done / total} /> : <Cells done={done} total={total} current={current} flagged={flagged} />}
      </div>
    </div>
  );
}

interface CellsProps {
  done: number;
  total: number;
  current: number | undefined;
  flagged: readonly number[];
}

function Cells({ done, total, current, flagged }: CellsProps) {
  return (
    <span className={styles.cells}>
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={classes(
            styles.cell,
            index < done && styles.done,
            index === current && styles.current,
            flagged.includes(index) && styles.flagged,
          )}
        />
      ))}
    </span>
  );
}

function Measure({ share }: { share: number }) {
  return (
    <svg className={styles.measure} aria-hidden="true">
      <rect className={styles.filled} width={`${Math.min(100, share * 100)}%`} height="100%" />
    </svg>
  );
}
