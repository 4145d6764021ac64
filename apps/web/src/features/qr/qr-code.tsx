import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

interface QrCodeProps {
  /** What a camera reads. */
  readonly text: string;
  /** What it is for, for who does not see it. */
  readonly label: string;
}

/** Four modules of quiet around it, as readers want. */
const BORDER = 4;

/** Black on white in every theme: cameras do not read the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = useMemo(() => encode(text, { border: BORDER, ecc: 'M' }), [text]);
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
