import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

/** What a list is narrowed by, as many side by side as fit. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search className={styles.bar} aria-label={label}>
      {children}
    </search>
  );
}
