import type { ReactNode } from 'react';
import { Pressable, type PressableProps } from '../actions/pressable.tsx';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { Tone } from '../states/mark-shapes.ts';
import tones from '../states/tone.module.css';
import styles from './card.module.css';

export interface CardProps extends Pick<PressableProps, 'href' | 'onClick'> {
  title?: ReactNode;
  aside?: ReactNode;
  /** Right under the title. */
  detail?: ReactNode;
  tone?: Tone | undefined;
  children?: ReactNode;
}

/** Something that can be taken apart from the rest; the whole of it is the target where it leads somewhere. */
export function Card({ title, aside, detail, tone, children, href, onClick }: CardProps) {
  const leads = href !== undefined || onClick !== undefined;
  const className = classes(styles.card, tone && styles.toned, tone && tones[tone]);
  const content = (
    <>
      {(title || aside || detail) && (
        <div className={styles.head}>
          {title && <div className={styles.title}>{title}</div>}
          {aside && <div className={styles.aside}>{aside}</div>}
          {leads && (
            <span className={styles.chevron}>
              <Icon name="chevron-right" size={20} />
            </span>
          )}
          {detail && <div className={styles.detail}>{detail}</div>}
        </div>
      )}
      {children}
    </>
  );
  if (!leads) return <div className={className}>{content}</div>;
  return (
    <Pressable className={classes(className, styles.pressable)} href={href} onClick={onClick}>
      {content}
    </Pressable>
  );
}
