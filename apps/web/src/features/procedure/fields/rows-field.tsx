'use client';

import { Button, Cluster, FieldGroup, IconButton, Stack } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import styles from './fields.module.css';
import { fieldMessages } from './messages.ts';

interface RowsFieldProps<Row> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: readonly Row[];
  readonly addLabel: string;
  /** A new row. */
  make(): Row;
  onChange(rows: Row[]): void;
  children(row: Row, at: number, change: (row: Row) => void): ReactNode;
}

/** Things one under another that an author adds, orders and takes away: options, warnings, tools. */
export function RowsField<Row>({ id, label, hint, rows, addLabel, make, onChange, children }: RowsFieldProps<Row>) {
  const t = useMessages(fieldMessages);
  const move = (at: number, to: number) => {
    const moved = rows[at];
    if (moved !== undefined) onChange(rows.toSpliced(at, 1).toSpliced(to, 0, moved));
  };
  return (
    <FieldGroup id={id} role="group" label={label} hint={hint}>
      <Stack gap={3}>
        {rows.map((row, at) => (
          // Rows have no names of their own; what is typed into one lives in the draft.
          <div key={at} className={styles.row}>
            <div className={styles.rowFields}>{children(row, at, (next) => onChange(rows.with(at, next)))}</div>
            <Cluster gap={1}>
              <IconButton icon="arrow-up" label={t.up(label, at + 1)} isLabelHidden disabled={at === 0} onClick={() => move(at, at - 1)} />
              <IconButton
                icon="arrow-down"
                label={t.down(label, at + 1)}
                isLabelHidden
                disabled={at === rows.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <IconButton icon="trash" label={t.remove(label, at + 1)} isLabelHidden onClick={() => onChange(rows.toSpliced(at, 1))} />
            </Cluster>
          </div>
        ))}
        <Cluster>
          <Button icon="plus" kind="quiet" onClick={() => onChange([...rows, make()])}>
            {addLabel}
          </Button>
        </Cluster>
      </Stack>
    </FieldGroup>
  );
}
