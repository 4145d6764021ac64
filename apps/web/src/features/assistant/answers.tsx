'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';

/** Answers side by side on a desk; on a phone one a screen wide, to swipe through, with dots to press. */
export function Answers({ children }: { children: readonly ReactNode[] }) {
  const t = useMessages(assistantMessages);
  const row = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const count = children.length;
  const cardAt = (n: number) => row.current?.children.item(n);
  const follow = () => {
    const { scrollLeft = 0, clientWidth = 1 } = row.current ?? {};
    setAt(Math.min(count - 1, Math.round(scrollLeft / Math.max(1, clientWidth))));
  };
  return (
    <div>
      <div ref={row} className={styles.answers} data-count={count} onScroll={follow}>
        {children}
      </div>
      {count > 1 && (
        <div className={styles.dots}>
          {children.map((_, n) => (
            <button
              key={n}
              type="button"
              className={styles.dot}
              aria-label={t.card(n + 1, count)}
              aria-current={n === at || undefined}
              onClick={() => cardAt(n)?.scrollIntoView({ inline: 'start', block: 'nearest' })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
