import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './stack.module.css';

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const gaps: Record<Gap, string | undefined> = {
  1: styles.gap1,
  2: styles.gap2,
  3: styles.gap3,
  4: styles.gap4,
  5: styles.gap5,
  6: styles.gap6,
  7: styles.gap7,
  8: styles.gap8,
};

export interface StackProps {
  children: ReactNode;
  /** A step of the 4 px grid: 4 is 16 px. */
  gap?: Gap | undefined;
  as?: 'div' | 'section' | 'form' | 'ul' | 'ol' | undefined;
}

/** Things one under another. */
export function Stack({ children, gap = 4, as: Element = 'div' }: StackProps) {
  return <Element className={classes(styles.stack, gaps[gap])}>{children}</Element>;
}

export interface ClusterProps extends Omit<StackProps, 'as'> {
  align?: 'start' | 'center' | 'end' | 'baseline' | undefined;
  justify?: 'start' | 'between' | 'end' | undefined;
  as?: 'div' | 'ul' | undefined;
}

/** Things side by side, that wrap when there is no room. */
export function Cluster({ children, gap = 2, align = 'center', justify = 'start', as: Element = 'div' }: ClusterProps) {
  return <Element className={classes(styles.cluster, gaps[gap], styles[`align-${align}`], styles[`justify-${justify}`])}>{children}</Element>;
}
