import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  summary: ReactNode;
  aside?: ReactNode;
  /** Open when it first appears. */
  isOpen?: boolean | undefined;
  children: ReactNode;
}

/** More of the same, for who wants it. */
export function Disclosure({ summary, aside, isOpen = false, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={isOpen}>
      <summary className={styles.summary}>
        <span className={styles.sign}>
          <Icon name="chevron-right" size={20} />
        </span>
        <span className={styles.words}>{summary}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
