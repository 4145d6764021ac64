import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  top?: ReactNode;
  /** Stays under the thumb while the content scrolls. */
  bottom?: ReactNode;
  children: ReactNode;
  width?: 'phone' | 'wide' | undefined;
}

/** One screen: a bar on top, the content, and what the thumb reaches. The page itself scrolls. */
export function Screen({ top, bottom, children, width = 'phone' }: ScreenProps) {
  return (
    <div className={classes(styles.screen, styles[width])}>
      {top && <div className={styles.top}>{top}</div>}
      <main className={styles.content} id="content" tabIndex={-1}>
        {children}
      </main>
      {bottom && <div className={styles.bottom}>{bottom}</div>}
    </div>
  );
}
