import type { ReactNode } from 'react';
import styles from './bottom-actions.module.css';

export interface BottomActionsProps {
  /** The smaller action at the left: back a step. */
  previous?: ReactNode;
  /** The primary action, filling the rest. */
  children: ReactNode;
  /** A line above: where the value was saved. */
  note?: ReactNode;
}

/** The one thing to do next, under the thumb. */
export function BottomActions({ previous, children, note }: BottomActionsProps) {
  return (
    <div className={styles.bar}>
      {note && <div className={styles.note}>{note}</div>}
      <div className={styles.row}>
        {previous}
        <div className={styles.primary}>{children}</div>
      </div>
    </div>
  );
}
