import styles from './icon.module.css';
import { type IconName, iconPaths } from './paths.ts';

export interface IconProps {
  name: IconName;
  /** Pixels at a text size of 100 %; the icon grows with the text. */
  size?: 16 | 20 | 24 | 32 | 48 | undefined;
}

/** A sign beside a word, never instead of it: it is hidden from screen readers. */
export function Icon({ name, size = 24 }: IconProps) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" width={`${size / 16}rem`} height={`${size / 16}rem`} aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
