import type { ReactNode } from 'react';
import { Pressable, type PressableProps } from '../actions/pressable.tsx';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import styles from './list.module.css';

export interface ListProps {
  label?: string | undefined;
  isOrdered?: boolean | undefined;
  children: ReactNode;
}

/** Rows parted by hairlines. */
export function List({ label, isOrdered = false, children }: ListProps) {
  const Element = isOrdered ? 'ol' : 'ul';
  return (
    <Element className={styles.list} aria-label={label}>
      {children}
    </Element>
  );
}

export interface ListRowProps extends Pick<PressableProps, 'href' | 'onClick' | 'id'> {
  title: ReactNode;
  detail?: ReactNode;
  /** Before the title: a state, an icon, a number. */
  leading?: ReactNode;
  /** At the end: a value, a state, a count. */
  trailing?: ReactNode;
  isCurrent?: boolean | undefined;
}

/** One thing of a list; where it leads somewhere the whole row is the target. */
export function ListRow({ title, detail, leading, trailing, isCurrent = false, id, ...pressable }: ListRowProps) {
  const leads = pressable.href !== undefined || pressable.onClick !== undefined;
  const content = (
    <>
      {leading && <span className={styles.leading}>{leading}</span>}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {trailing && <span className={styles.trailing}>{trailing}</span>}
      {leads && (
        <span className={styles.chevron}>
          <Icon name="chevron-right" size={20} />
        </span>
      )}
    </>
  );
  return (
    <li className={styles.item} id={id}>
      {leads ? (
        <Pressable className={classes(styles.row, styles.pressable)} aria-current={isCurrent || undefined} {...pressable}>
          {content}
        </Pressable>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  );
}
