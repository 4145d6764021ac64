import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './text.module.css';

export interface TitleProps {
  children: ReactNode;
  eyebrow?: ReactNode;
  level?: 1 | 2 | 3 | undefined;
  id?: string | undefined;
}

/** The name of the screen (1), of a part of it (2), of a thing in that part (3). */
export function Title({ children, eyebrow, level = 1, id }: TitleProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.heading}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <Heading className={styles[`level${level}`]} id={id}>
        {children}
      </Heading>
    </div>
  );
}

export interface TextProps {
  children: ReactNode;
  kind?: 'body' | 'small' | 'lead' | undefined;
  /** Secondary: still seven to one, but quieter. */
  isSoft?: boolean | undefined;
  /** As a person wrote it: with its lines. */
  isTyped?: boolean | undefined;
  as?: 'p' | 'span' | 'div' | undefined;
}

export function Text({ children, kind = 'body', isSoft = false, isTyped = false, as: Element = 'p' }: TextProps) {
  return <Element className={classes(styles[kind], isSoft && styles.soft, isTyped && styles.typed)}>{children}</Element>;
}
