import { useId } from 'react';
import { FieldGroup } from '../fields/field.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './segmented.module.css';

export interface SegmentedProps<Value extends string = string> {
  label: string;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  options: readonly { value: Value; label: string; icon?: IconName | undefined }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A setting of two to four short words, of which one always holds. */
export function Segmented<Value extends string>({ options, value, onChange, ...group }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <FieldGroup {...group} role="radiogroup">
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.face}>
              {option.icon && <Icon name={option.icon} size={20} />}
              <span>{option.label}</span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
