import type { ReactNode } from 'react';
import { Pressable, type PressableProps } from '../actions/pressable.tsx';
import { Icon } from '../icons/icon.tsx';
import styles from './top-bar.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface TopBarProps {
  title?: string | undefined;
  eyebrow?: string | undefined;
  /** The way back. */
  start?: ReactNode;
  /** The status line, always in the same place. */
  status?: ReactNode;
  end?: ReactNode;
  /** Progress, under the rest. */
  children?: ReactNode;
}

/** The band of ink at the top of every screen. */
export function TopBar({ title, eyebrow, start, status, end, children }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.measure}>
        {(start || status || end) && (
          <div className={styles.row}>
            {start}
            <div className={styles.status}>{status}</div>
            {end && <div className={styles.end}>{end}</div>}
          </div>
        )}
        {title && (
          <div className={styles.heading}>
            {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
            <h1 className={styles.title}>{title}</h1>
          </div>
        )}
        {children && <div className={styles.below}>{children}</div>}
      </div>
    </header>
  );
}

interface BackLinkProps extends Omit<PressableProps, 'children'> {
  label: string;
  /** Only heard: where what stands beside it needs the room. */
  isLabelHidden?: boolean | undefined;
}

/** Back to where the screen was opened from, by its name. */
export function BackLink({ label, isLabelHidden = false, ...rest }: BackLinkProps) {
  return (
    <Pressable {...rest} className={styles.back}>
      <Icon name="arrow-left" size={20} />
      {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
    </Pressable>
  );
}
