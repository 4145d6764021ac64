'use client';

import styles from './chips.module.css';

interface ChipsProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** One filter, as a row to slide through with the thumb; the one that holds is filled and ticked. */
export function Chips({ label, all, options, value, onChange }: ChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        {[{ value: null, label: all }, ...options].map((option) => (
          <button
            key={option.value ?? ''}
            type="button"
            className={styles.chip}
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
