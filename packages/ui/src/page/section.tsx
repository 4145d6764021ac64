import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  title: string;
  /** At the end of the title's line: a count, a link. */
  aside?: ReactNode;
  children: ReactNode;
  level?: 2 | 3 | undefined;
}

/** A part of a screen, under its name. */
export function Section({ title, aside, children, level = 2 }: SectionProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Heading className={styles.title} id={titleId}>
          {title}
        </Heading>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
