import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './badge.module.css';
import type { Tone } from './mark-shapes.ts';
import tones from './tone.module.css';

export interface BadgeProps {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
}

/** A short word about a thing: its number, its kind, a count. For a result use `StateMark`, which has a shape. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={classes(styles.badge, tones[tone])}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
