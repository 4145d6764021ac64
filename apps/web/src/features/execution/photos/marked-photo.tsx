'use client';

import type { Payload, PhotoEvidence } from '@heliograph/domain';
import { type PointerEvent, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import styles from './marked-photo.module.css';
import { photoMessages } from './messages.ts';
import { usePhotoUrl } from './use-photo-url.ts';

export type Mark = Payload<'photo.mark'>['marks'][number];

interface MarkedPhotoProps {
  readonly photo: PhotoEvidence;
  readonly marks: readonly Mark[];
  /** Where the picture was touched, as shares of its width and height. */
  onTouch?(point: [number, number]): void;
}

/** A photo with its overlay. The evidence is never touched: marks are drawn over it. */
export function MarkedPhoto({ photo, marks, onTouch }: MarkedPhotoProps) {
  const t = useMessages(photoMessages);
  const src = usePhotoUrl(photo.p.sha);
  const { width, height } = photo.p;
  const [isAway, setAway] = useState(false);
  const touch = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onTouch?.([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
  };
  return (
    <div className={styles.photo} style={{ aspectRatio: `${width} / ${height}` }}>
      {src === undefined ? null : <img className={styles.picture} src={src} alt={photo.p.caption ?? t.photo} onError={() => setAway(true)} />}
      {isAway && <span className={styles.away}>{t.photoAway}</span>}
      <MarkLines marks={marks} width={width} height={height} onPointerUp={touch} />
    </div>
  );
}

interface MarkLinesProps {
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
  onPointerUp?(event: PointerEvent<SVGSVGElement>): void;
}

/** The overlay alone, drawn in the picture's own pixels. */
export function MarkLines({ marks, width, height, onPointerUp }: MarkLinesProps) {
  return (
    <svg className={styles.marks} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" onPointerUp={onPointerUp}>
      {marks.map((mark, n) => (
        // The overlay is replaced whole, so a mark's place names it.
        <Drawn key={n} mark={mark} width={width} height={height} />
      ))}
    </svg>
  );
}

function Drawn({ mark: { shape, from, to }, width, height }: { mark: Mark; width: number; height: number }) {
  const [x1, y1, x2, y2] = [from[0] * width, from[1] * height, to[0] * width, to[1] * height];
  const weight = Math.max(width, height) / 120;
  if (shape === 'circle') return <circle className={styles.line} cx={x1} cy={y1} r={Math.hypot(x2 - x1, y2 - y1)} strokeWidth={weight} />;
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const head = [0.45, -0.45].map((turn) => `${x2 - weight * 6 * Math.cos(angle + turn)},${y2 - weight * 6 * Math.sin(angle + turn)}`);
  return <path className={styles.line} d={`M${x1},${y1}L${x2},${y2}M${head[0]}L${x2},${y2}L${head[1]}`} strokeWidth={weight} />;
}
