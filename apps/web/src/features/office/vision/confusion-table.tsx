'use client';

import type { Agreement } from '@heliograph/domain/vision';
import { Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import styles from './confusion.module.css';
import { matrixOf, NO_DEFECT } from './confusion.ts';
import { officeVisionMessages } from './messages.ts';

const SIZE = 8;

/** What the model proposes against what the person says: a chart that is its own table. */
export function ConfusionTable({ agreement: { confusion, labels } }: { agreement: Agreement }) {
  const t = useMessages(officeVisionMessages);
  const say = useLocalized();
  const format = useFormat();
  const { names, most, leftOut, count } = matrixOf(confusion, SIZE);
  const nameOf = (name: string): string => {
    const label = labels[name];
    return name === NO_DEFECT ? t.noDefect : label === undefined ? name : say(label);
  };
  return (
    <Stack gap={3}>
      <Text isSoft>{t.confusionText}</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <div className={styles.frame} tabIndex={0}>
        <table className={styles.matrix} aria-label={t.confusion}>
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  {nameOf(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((row) => (
              <tr key={row}>
                <th scope="row">{nameOf(row)}</th>
                {names.map((column) => (
                  <td key={column} className={row === column ? `${styles.cell} ${styles.same}` : styles.cell}>
                    {count(row, column) === 0 ? '' : <Count text={format.number(count(row, column))} share={count(row, column) / most} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leftOut > 0 && (
        <Text kind="small" isSoft>
          {t.others(leftOut)}
        </Text>
      )}
    </Stack>
  );
}

const Count = ({ text, share }: { text: string; share: number }) => (
  <>
    {text}
    <span className={styles.square} aria-hidden="true">
      <span style={{ width: `${Math.max(4, share * 100)}%` }} />
    </span>
  </>
);
