import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  top?: ReactNode;
  /** Stays under the thumb while the content scrolls. */
  bottom?: ReactNode;
  /** What was just done, right above what the thumb reaches, however high that is. */
  toast?: ReactNode;
  children: ReactNode;
  width?: 'phone' | 'wide' | undefined;
}

/** One screen: a bar on top, the content, and what the thumb reaches. The page itself scrolls. */
export function Screen({ top, bottom, toast, children, width = 'phone' }: ScreenProps) {
  return (
    <div className={classes(styles.screen, styles[width])}>
      {top && <div className={styles.top}>{top}</div>}
      <main className={styles.content} id="content" tabIndex={-1}>
        {children}
      </main>
      {(bottom || toast) && (
        <footer className={styles.bottom}>
          {toast}
          {bottom}
        </footer>
      )}
    </div>
  );
}
