import { useId } from 'react';
import styles from './brand-mark.module.css';
import { markShape } from './mark-shape.ts';

export interface BrandMarkProps {
  size?: 20 | 24 | 32 | 48 | 96 | undefined;
}

/** The mark in one colour, its beam in the sun's where the theme has one. */
export function BrandMark({ size = 24 }: BrandMarkProps) {
  const cutId = useId();
  const { disc, beam, weight, bed, bedWidth } = markShape;
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" width={`${size / 16}rem`} height={`${size / 16}rem`} aria-hidden="true" focusable="false">
      <mask id={cutId}>
        <path d="M0 0h24v24H0z" fill="#fff" />
        <path d={bed} stroke="#000" strokeWidth={bedWidth} strokeLinecap="round" />
      </mask>
      <circle cx={disc.x} cy={disc.y} r={disc.radius} fill="currentColor" mask={`url(#${cutId})`} />
      <path className={styles.beam} d={beam} strokeWidth={weight} />
    </svg>
  );
}

/** The mark beside the product's name, which the caller gives. */
export function Wordmark({ name, size = 24 }: BrandMarkProps & { name: string }) {
  return (
    <span className={styles.wordmark}>
      <BrandMark size={size} />
      {name}
    </span>
  );
}
