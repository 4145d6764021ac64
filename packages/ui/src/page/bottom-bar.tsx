import { Pressable, type PressableProps } from '../actions/pressable.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './bottom-bar.module.css';

export interface NavItem extends Pick<PressableProps, 'href' | 'onClick'> {
  key: string;
  label: string;
  icon: IconName;
  isCurrent?: boolean | undefined;
  count?: number | undefined;
  /** What is counted, for those who hear it: "3 to review". */
  countLabel?: string | undefined;
}

export interface BottomBarProps {
  label: string;
  /** Four at most: each keeps the width of a thumb. */
  items: readonly NavItem[];
}

/** The places of the product, under the thumb. */
export function BottomBar({ label, items }: BottomBarProps) {
  return (
    <nav className={styles.bar} aria-label={label}>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.key} className={styles.item}>
            <Pressable className={styles.link} href={item.href} onClick={item.onClick} aria-current={item.isCurrent ? 'page' : undefined}>
              <span className={styles.sign}>
                <Icon name={item.icon} />
                {item.count !== undefined && item.count > 0 && <span className={styles.count}>{item.count}</span>}
              </span>
              <span>{item.label}</span>
            </Pressable>
          </li>
        ))}
      </ul>
    </nav>
  );
}
