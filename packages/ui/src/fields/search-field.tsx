import type { Ref } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { Icon } from '../icons/icon.tsx';
import styles from './control.module.css';

export interface SearchFieldProps {
  /** Says what is searched; it stands in the field until something is typed. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  clearLabel: string;
  id?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A search that answers while one types. */
export function SearchField({ label, value, onChange, clearLabel, id, ref }: SearchFieldProps) {
  return (
    <search className={styles.search}>
      <Icon name="search" />
      <input
        ref={ref}
        className={styles.control}
        id={id}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && (
        <span className={styles.clear}>
          <IconButton icon="cross" label={clearLabel} isLabelHidden onClick={() => onChange('')} />
        </span>
      )}
    </search>
  );
}
