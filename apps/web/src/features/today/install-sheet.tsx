'use client';

import { Sheet } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import styles from './install-sheet.module.css';
import { todayMessages } from './messages.ts';

/** The three steps of iOS, drawn: no browser there lets a page ask. */
export function InstallSheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useMessages(todayMessages);
  const steps = [
    { drawing: <ShareDrawing />, text: t.iosStep1 },
    { drawing: <AddDrawing />, text: t.iosStep2 },
    { drawing: <HomeDrawing />, text: t.iosStep3 },
  ];
  return (
    <Sheet title={t.iosTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <ol className={styles.steps}>
        {steps.map(({ drawing, text }) => (
          <li key={text} className={styles.step}>
            {drawing}
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

const Drawing = ({ paths }: { paths: readonly string[] }) => (
  <svg className={styles.drawing} viewBox="0 0 48 48" aria-hidden="true">
    {paths.map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);

const ShareDrawing = () => <Drawing paths={['M16 20h-3v20h22V20h-3', 'M24 30V8', 'M17 14l7-7 7 7']} />;
const AddDrawing = () => <Drawing paths={['M10 14a4 4 0 0 1 4-4h20a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4z', 'M24 17v14', 'M17 24h14']} />;
/** A home screen, the mark's disc and ray on one of its icons. */
const HomeDrawing = () => (
  <Drawing
    paths={[
      'M13 6h22a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H13a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z',
      'M16 13h6v6h-6z',
      'M26 13h6v6h-6z',
      'M16 27a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
      'M22 25l5-3',
    ]}
  />
);
