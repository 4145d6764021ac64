import { type ReactNode, useState } from 'react';
import { Pressable, type PressableProps } from '../actions/pressable.tsx';
import { classes } from '../classes.ts';
import type { Mark } from './mark-shapes.ts';
import { StateMark } from './state-mark.tsx';
import styles from './thumbnail.module.css';

export interface ThumbnailProps extends Pick<PressableProps, 'href' | 'onClick'> {
  /** Nothing while the picture isn't on this device yet. */
  src: string | undefined;
  alt: string;
  caption?: ReactNode;
  mark?: Mark | undefined;
  markLabel?: string | undefined;
}

/** A photo, small, with its caption and where it is. One that cannot be had is told in words, not by the browser's torn picture. */
export function Thumbnail({ src, alt, caption, mark, markLabel, ...pressable }: ThumbnailProps) {
  const [missing, setMissing] = useState<string | null>(null);
  const picture =
    src && src !== missing ? (
      <img className={styles.picture} src={src} alt={alt} loading="lazy" decoding="async" onError={() => setMissing(src)} />
    ) : (
      <span className={classes(styles.picture, styles.absent)}>{alt}</span>
    );
  const leads = pressable.href !== undefined || pressable.onClick !== undefined;
  return (
    <figure className={styles.figure}>
      {leads ? (
        <Pressable className={styles.pressable} {...pressable}>
          {picture}
        </Pressable>
      ) : (
        picture
      )}
      {(caption || mark) && (
        <figcaption className={styles.caption}>
          {mark && <StateMark mark={mark} label={markLabel ?? ''} size="small" />}
          {caption}
        </figcaption>
      )}
    </figure>
  );
}

/** Photos side by side, as many as fit. */
export function Thumbnails({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
