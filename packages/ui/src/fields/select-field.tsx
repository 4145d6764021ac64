import { Icon } from '../icons/icon.tsx';
import styles from './control.module.css';
import { Field, type FieldTexts } from './field.tsx';

export interface SelectFieldProps<Value extends string = string> extends FieldTexts {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  id?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
}

/** One of many, through the device's own list. */
export function SelectField<Value extends string>({ options, value, onChange, name, disabled, ...field }: SelectFieldProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field {...field}>
      {(control) => (
        <div className={styles.picker}>
          <select {...control} name={name} disabled={disabled} value={value} onChange={(event) => choose(event.target.value)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={20} />
        </div>
      )}
    </Field>
  );
}
