import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import type { Tone } from './mark-shapes.ts';
import styles from './reading.module.css';
import tones from './tone.module.css';

export interface ReadingProps {
  /** Already written as the person's language writes it. */
  value: string;
  unit?: string | undefined;
  size?: 'body' | 'value' | 'display' | undefined;
  tone?: Tone | undefined;
}

/** A measured value: its unit is a size smaller and never on another line. */
export function Reading({ value, unit, size = 'body', tone }: ReadingProps) {
  return (
    <span className={classes(styles.reading, styles[size], tone && tones[tone], tone && styles.toned)}>
      {value}
      {unit && <span className={styles.unit}>{`\u00a0${unit}`}</span>}
    </span>
  );
}

export interface FigureProps {
  label: string;
  value: string;
  unit?: string | undefined;
  detail?: ReactNode;
  tone?: Tone | undefined;
}

/** One big number and what it counts. */
export function Figure({ label, value, unit, detail, tone }: FigureProps) {
  return (
    <div className={styles.figure}>
      <span className={styles.label}>{label}</span>
      <Reading value={value} unit={unit} size="display" tone={tone} />
      {detail && <span className={styles.detail}>{detail}</span>}
    </div>
  );
}
