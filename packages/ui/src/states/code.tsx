import type { ReactNode } from 'react';
import styles from './code.module.css';

/** A serial number, a code, a hash: a face in which no two signs look alike. */
export function Code({ children }: { children: ReactNode }) {
  return <code className={styles.code}>{children}</code>;
}

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
