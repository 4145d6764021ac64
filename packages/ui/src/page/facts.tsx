import type { ReactNode } from 'react';
import styles from './facts.module.css';

export interface FactsProps {
  items: readonly { label: string; value: ReactNode }[];
}

/** What is known of a thing, name by name. */
export function Facts({ items }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {items.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
