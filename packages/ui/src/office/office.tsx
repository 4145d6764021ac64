import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { Pressable } from '../actions/pressable.tsx';
import { Icon } from '../icons/icon.tsx';
import type { NavItem } from '../page/bottom-bar.tsx';
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

export interface RailProps {
  label: string;
  brand: ReactNode;
  items: readonly NavItem[];
  footer?: ReactNode;
}

export function Rail({ label, brand, items, footer }: RailProps) {
  return (
    <header className={styles.rail}>
      <div className={styles.brand}>{brand}</div>
      <nav className={styles.nav} aria-label={label}>
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item.key}>
              <Pressable className={styles.link} href={item.href} onClick={item.onClick} aria-current={item.isCurrent ? 'page' : undefined}>
                <Icon name={item.icon} size={20} />
                <span className={styles.place}>{item.label}</span>
                {item.count !== undefined && item.count > 0 && <span className={styles.count}>{item.count}</span>}
              </Pressable>
            </li>
          ))}
        </ul>
      </nav>
      {footer && <div className={styles.footer}>{footer}</div>}
    </header>
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
      <div className={styles.panelContent}>{children}</div>
      {actions && <footer className={styles.panelActions}>{actions}</footer>}
    </aside>
  );
}
