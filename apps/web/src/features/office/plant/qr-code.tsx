import { labelText } from '@heliograph/domain';
import styles from './qr-code.module.css';
import { qrPath } from './qr-path.ts';

interface QrCodeProps {
  /** What is printed below it. */
  readonly code: string;
  readonly label: string;
  readonly className?: string | undefined;
}

/** The square of a label: it opens the position in the field app, without a network too. */
export function QrCode({ code, label, className }: QrCodeProps) {
  const { path, size } = qrPath(labelText(location.origin, code));
  return (
    <svg className={className ?? styles.square} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
