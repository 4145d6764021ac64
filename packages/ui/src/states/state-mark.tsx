import { classes } from '../classes.ts';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import { type Mark, markShape } from './mark-shapes.ts';
import styles from './state-mark.module.css';
import tones from './tone.module.css';

export interface StateMarkProps {
  mark: Mark;
  label: string;
  /** Only where the same word stands beside it, or in a legend's column. */
  isLabelHidden?: boolean | undefined;
  size?: 'small' | 'normal' | 'large' | undefined;
}

/** A state by shape, colour and word. */
export function StateMark({ mark, label, isLabelHidden = false, size = 'normal' }: StateMarkProps) {
  return (
    <span className={classes(styles.mark, styles[size], tones[markShape(mark).tone])}>
      <MarkSign mark={mark} />
      {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
    </span>
  );
}

/** The bare shape, for a component that writes the word itself. */
export function MarkSign({ mark }: { mark: Mark }) {
  const { body, outline, glyph } = markShape(mark);
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {body && <path className={styles.body} d={body} />}
      {outline && <path className={styles.outline} d={outline} />}
      {glyph && <path className={styles.glyph} d={glyph} />}
    </svg>
  );
}
