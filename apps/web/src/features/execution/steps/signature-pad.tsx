'use client';

import { Button } from '@heliograph/ui';
import { useEffect, useRef } from 'react';
import Pad from 'signature_pad';
import styles from './signature-pad.module.css';

interface SignaturePadProps {
  readonly label: string;
  readonly clearLabel: string;
  /** Strokes so far, in a 1000 × 400 box. */
  onChange(strokes: number[][]): void;
}

const BOX = { width: 1000, height: 400 };
/** Points closer than this, in the box, say nothing: a signature must stay under the size of one operation. */
const NEAR = 6;
const MOST_NUMBERS = 2400;

/** The frame to sign in. */
export function SignaturePad({ label, clearLabel, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(null);
  const report = useRef(onChange);
  useEffect(() => {
    report.current = onChange;
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const ratio = Math.max(devicePixelRatio, 1);
    element.width = element.offsetWidth * ratio;
    element.height = element.offsetHeight * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const made = new Pad(element, { penColor: getComputedStyle(element).color, minWidth: 1.2, maxWidth: 3.2 });
    made.addEventListener('endStroke', () => report.current(strokesOf(made, element)));
    pad.current = made;
    return () => made.off();
  }, []);
  return (
    <div className={styles.frame}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
      <div className={styles.clear}>
        <Button
          kind="quiet"
          icon="undo"
          onClick={() => {
            pad.current?.clear();
            report.current([]);
          }}
        >
          {clearLabel}
        </Button>
      </div>
    </div>
  );
}

function strokesOf(pad: Pad, { offsetWidth, offsetHeight }: HTMLCanvasElement): number[][] {
  const strokes = pad
    .toData()
    .map(({ points }) => thinned(points.map(({ x, y }) => [Math.round((x / offsetWidth) * BOX.width), Math.round((y / offsetHeight) * BOX.height)])));
  const numbers = strokes.reduce((sum, { length }) => sum + length, 0);
  const every = Math.ceil(numbers / MOST_NUMBERS);
  return every <= 1 ? strokes : strokes.map((stroke) => stroke.filter((_, n) => Math.floor(n / 2) % every === 0));
}

function thinned(points: readonly (readonly [number, number] | readonly number[])[]): number[] {
  const kept: number[] = [];
  for (const [x = 0, y = 0] of points) {
    const far = kept.length === 0 || Math.hypot(x - (kept.at(-2) ?? 0), y - (kept.at(-1) ?? 0)) >= NEAR;
    if (far) kept.push(x, y);
  }
  return kept.length === 2 ? [...kept, (kept[0] ?? 0) + 1, kept[1] ?? 0] : kept;
}
