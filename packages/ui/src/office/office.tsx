import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import styles from './office.module.css';

export interface OfficeProps {
  rail: ReactNode;
  children: ReactNode;
  panel?: ReactNode;
}

/** The desk: the places at the left, the work in the middle, the thing looked at to the right. */
export function Office({ rail, children, panel }: OfficeProps) {
  return (
    <div className={styles.office}>
      {rail}
      <main className={styles.work} id="content" tabIndex={-1}>
        {children}
      </main>
      {panel}
    </div>
  );
}

export interface SidePanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** At the foot, always in sight. */
  actions?: ReactNode;
}

/** The thing looked at, beside its list: the list stays where it was. */
export function SidePanel({ title, closeLabel, onClose, children, actions }: SidePanelProps) {
  return (
    <aside className={styles.panel} aria-label={title}>
      <header className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{title}</h2>
        <Button kind="quiet" onClick={onClose}>
          {closeLabel}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.panelContent} tabIndex={0}>
        {children}
      </div>
      {actions && <footer className={styles.panelActions}>{actions}</footer>}
    </aside>
  );
}
