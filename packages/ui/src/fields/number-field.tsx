import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../classes.ts';
import tones from '../states/tone.module.css';
import { Field, type FieldTexts } from './field.tsx';
import styles from './number-field.module.css';
import { withOtherSign } from './sign.ts';

export interface NumberFieldProps extends FieldTexts {
  /** What was typed, as it was typed: the caller parses it, comma or point. */
  value: string;
  onChange: (text: string) => void;
  /** The person has finished: they left the field or pressed the keyboard's key. */
  onCommit?: ((text: string) => void) | undefined;
  unit?: string | undefined;
  /** How the unit is read out, where its sign would be spelt. */
  unitLabel?: string | undefined;
  isInteger?: boolean | undefined;
  /** Shows a ± key with this name: some decimal keyboards have no minus. */
  signLabel?: string | undefined;
  /** How the value stands once it is complete; nothing is coloured while typing. */
  tone?: 'conform' | 'watch' | 'out' | undefined;
  enterKeyHint?: 'next' | 'done' | undefined;
  id?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A measured value: big, right against its unit. Never `type="number"`: its wheel, rounding and empty reading lose values. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden, hint, error, id, value, onChange, onCommit, unit, unitLabel, isInteger = false, signLabel, tone, ...rest } = props;
  const commitOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') onCommit?.(value);
  };
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} id={id}>
      {(control) => (
        <div className={classes(styles.box, tone && styles.judged, tone && tones[tone], error && styles.wrong)}>
          {signLabel && (
            <button
              className={styles.sign}
              type="button"
              aria-label={signLabel}
              disabled={rest.disabled}
              onClick={() => onChange(withOtherSign(value))}
            >
              ±
            </button>
          )}
          <input
            enterKeyHint="next"
            {...rest}
            {...control}
            aria-describedby={classes(control['aria-describedby'], unit && `${control.id}-unit`) || undefined}
            className={styles.input}
            type="text"
            inputMode={isInteger ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => onCommit?.(value)}
            onKeyDown={commitOnEnter}
          />
          {unit && (
            <span className={styles.unit} id={`${control.id}-unit`}>
              <span aria-hidden={unitLabel ? true : undefined}>{unit}</span>
              {unitLabel && <span className={styles.said}>{unitLabel}</span>}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
