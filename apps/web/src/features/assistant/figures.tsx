'use client';

import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import type { Answer } from './talk-state.ts';

const NANO = 1_000_000_000;

/** What an answer took: time to its first word, whole time, tokens in and out, cost. */
export function Figures({ answer: { firstWordMs, totalMs, tokensIn, tokensOut, cost }, currency }: { answer: Answer; currency: string }) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const seconds = (ms: number | null) => (ms === null ? null : t.seconds(format.number(ms / 1000, 1)));
  const figures = [
    { label: t.firstWord, value: seconds(firstWordMs) },
    { label: t.total, value: seconds(totalMs) },
    { label: t.tokens, value: tokensIn === null || tokensOut === null ? null : t.tokensInOut(format.number(tokensIn), format.number(tokensOut)) },
    { label: t.cost, value: cost === null ? null : `${format.number(cost / NANO, 5)} ${currency}` },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value }) =>
        value === null ? null : (
          <div key={label}>
            <dt>{t.figure(label)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
