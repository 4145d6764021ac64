'use client';

import type { Box } from '@heliograph/domain/vision';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import styles from './analysed-photo.module.css';
import { visionMessages } from './messages.ts';

/** A place in the picture, with the number it has in the list beside it. */
export interface PlacedBox {
  readonly number: number;
  readonly label: string;
  readonly box: Box;
}

interface AnalysedPhotoProps {
  /** Undefined while it is being looked for. */
  readonly src: string | undefined;
  readonly boxes: readonly PlacedBox[];
  /** Number of the one that is looked at. */
  readonly current: number | null;
  onChoose(number: number): void;
  /** Drawn over the picture beside the boxes. */
  readonly children?: ReactNode;
}

/** A photo with boxes drawn over it, never into it. Each is told in the list beside as well: nothing is said by the drawing alone. */
export function AnalysedPhoto({ src, boxes, current, onChoose, children }: AnalysedPhotoProps) {
  const t = useMessages(visionMessages);
  const [missing, setMissing] = useState<string | null>(null);
  if (src === undefined || src === missing) return <div className={`${styles.photo} ${styles.away}`}>{src === undefined ? '' : t.photoAway}</div>;
  return (
    <div className={styles.photo} data-photo>
      <img className={styles.picture} src={src} alt={t.photo} onError={() => setMissing(src)} />
      {boxes.map(({ number, label, box }) => (
        <button
          key={number}
          type="button"
          className={styles.box}
          style={placeOf(box)}
          aria-label={`${t.box(number)} · ${label}`}
          aria-pressed={number === current}
          onClick={() => onChoose(number)}
        >
          <span className={styles.number}>{number}</span>
        </button>
      ))}
      {children}
    </div>
  );
}

const percent = (share: number): string => `${share * 100}%`;

/** Shares of the picture as a place over it. */
export const placeOf = ({ x, y, width, height }: Box): CSSProperties => ({
  insetInlineStart: percent(x),
  insetBlockStart: percent(y),
  width: percent(width),
  height: percent(height),
});
