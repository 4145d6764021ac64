'use client';

import { Button } from '@heliograph/ui';
import { type ReactNode, useId, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import styles from './filter-bar.module.css';
import { sharedMessages } from './messages.ts';

interface FilterBarProps {
  readonly label: string;
  /** What the filters say; '' for one that narrows nothing. */
  readonly values: readonly string[];
  readonly children: ReactNode;
}

/** What a list is narrowed by, as many side by side as fit; on a phone behind one button, which says how many are set. */
export function FilterBar({ label, values, children }: FilterBarProps) {
  const t = useMessages(sharedMessages);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <search className={styles.search} aria-label={label}>
      <Button className={styles.toggle} kind="quiet" icon="filter" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {t.filters(values.filter((value) => value !== '').length)}
      </Button>
      <div id={id} className={styles.bar} data-open={isOpen}>
        {children}
      </div>
    </search>
  );
}
