'use client';

import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useMoney } from '../charts/money.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import type { Answer } from './talk-state.ts';

/** What an answer took: time to its first word, whole time, tokens in and out, cost. What was not taken is not told as nought. */
export function Figures({ answer: { firstWordMs, totalMs, tokensIn, tokensOut, cost }, currency }: { answer: Answer; currency: string }) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const money = useMoney(currency);
  const isFree = !tokensIn && !tokensOut;
  const seconds = (ms: number | null) => (ms === null ? null : t.seconds(format.number(ms / 1000, 1)));
  const figures = [
    { label: t.firstWord, value: seconds(firstWordMs) },
    { label: t.total, value: seconds(totalMs) },
    {
      label: t.tokens,
      value: isFree || tokensIn === null || tokensOut === null ? null : t.tokensInOut(format.number(tokensIn), format.number(tokensOut)),
    },
    { label: t.cost, value: (isFree && cost === 0) || cost === null || currency === '' ? null : money(cost) },
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
