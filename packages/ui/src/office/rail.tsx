import { type ReactNode, useEffect, useRef } from 'react';
import { Pressable } from '../actions/pressable.tsx';
import { Icon } from '../icons/icon.tsx';
import type { NavItem } from '../page/bottom-bar.tsx';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import styles from './office.module.css';

export interface RailProps {
  label: string;
  brand: ReactNode;
  items: readonly NavItem[];
  footer?: ReactNode;
}

/** The places of the desk. Where they lie in a row that is too long, the one somebody is in is in sight. */
export function Rail({ label, brand, items, footer }: RailProps) {
  const row = useRef<HTMLElement>(null);
  const current = items.find(({ isCurrent }) => isCurrent)?.key;
  useEffect(() => {
    if (current !== undefined) centre(row.current);
  }, [current]);
  return (
    <header className={styles.rail}>
      <div className={styles.brand}>{brand}</div>
      <nav className={styles.nav} aria-label={label} ref={row}>
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item.key}>
              <Pressable className={styles.link} href={item.href} onClick={item.onClick} aria-current={item.isCurrent ? 'page' : undefined}>
                <Icon name={item.icon} size={20} />
                <span className={styles.place}>{item.label}</span>
                {item.count !== undefined && item.count > 0 && <Count count={item.count} label={item.countLabel} />}
              </Pressable>
            </li>
          ))}
        </ul>
      </nav>
      {footer && <div className={styles.footer}>{footer}</div>}
    </header>
  );
}

/** Only the row itself is moved: the page stays where the person left it. */
function centre(row: HTMLElement | null): void {
  const place = row?.querySelector<HTMLElement>('[aria-current]');
  if (row === null || !place) return;
  row.scrollLeft += place.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - place.offsetWidth) / 2;
}

function Count({ count, label }: { count: number; label: string | undefined }) {
  if (label === undefined) return <span className={styles.count}>{count}</span>;
  return (
    <>
      <span className={styles.count} title={label} aria-hidden="true">
        {count}
      </span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  );
}
