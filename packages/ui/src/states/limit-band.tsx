import { Fragment } from 'react';
import { classes } from '../classes.ts';
import styles from './limit-band.module.css';
import { bandOf, type Limits, placeOf } from './limit-scale.ts';
import tones from './tone.module.css';

export interface LimitBandProps extends Limits {
  value: number | null;
  /** Written under the ends of the band, unit included. */
  minLabel?: string | undefined;
  maxLabel?: string | undefined;
  standing?: 'conform' | 'watch' | 'out' | undefined;
  /** The whole picture in words: "612,4 V, entre 590 et 640 V". */
  description: string;
}

const percent = (share: number) => `${share * 100}%`;

/** Limits drawn as a band with the value on it. With no limit there is nothing to draw. */
export function LimitBand({ value, minLabel, maxLabel, standing, description, ...limits }: LimitBandProps) {
  const band = bandOf(limits);
  if (band === null) return null;
  return (
    <figure className={classes(styles.figure, tones[standing ?? 'neutral'])}>
      <svg className={styles.drawing} role="img" aria-label={description}>
        <line className={styles.axis} x1="0" x2="100%" y1="50%" y2="50%" />
        <rect className={styles.band} x={percent(band.from)} width={percent(band.to - band.from)} y="25%" height="50%" />
        {band.watched.map(({ from, to, edge }) => (
          <Fragment key={edge}>
            <rect className={styles.watched} x={percent(from)} width={percent(to - from)} y="25%" height="50%" />
            <line className={styles.threshold} x1={percent(edge)} x2={percent(edge)} y1="25%" y2="75%" />
          </Fragment>
        ))}
        <line className={styles.side} x1={percent(band.from)} x2={percent(band.to)} y1="25%" y2="25%" />
        <line className={styles.side} x1={percent(band.from)} x2={percent(band.to)} y1="75%" y2="75%" />
        {limits.min !== null && <line className={styles.limit} x1={percent(band.from)} x2={percent(band.from)} y1="12%" y2="88%" />}
        {limits.max !== null && <line className={styles.limit} x1={percent(band.to)} x2={percent(band.to)} y1="12%" y2="88%" />}
        {value !== null && <Pin place={placeOf(value, limits)} isOut={standing === 'out'} />}
      </svg>
      <figcaption className={styles.ends}>
        <span>{minLabel}</span>
        <span>{maxLabel}</span>
      </figcaption>
    </figure>
  );
}

/** Round inside, pointed outside: the shape says what the colour says. */
function Pin({ place, isOut }: { place: number; isOut: boolean }) {
  return (
    <svg className={styles.pin} x={percent(place)} y="50%" aria-hidden="true">
      {isOut ? <path d="M0-13 13 9.5H-13z" /> : <circle r="10.5" />}
    </svg>
  );
}
