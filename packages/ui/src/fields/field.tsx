import { type ReactNode, useId } from 'react';
import { classes } from '../classes.ts';
import controls from './control.module.css';
import styles from './field.module.css';

export interface FieldTexts {
  label: string;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  /** What is wrong and what to do, in the words of the error summary. */
  error?: string | undefined;
}

/** What a control must carry so that its label, hint and error are read with it. */
export interface ControlProps {
  id: string;
  /** The look of every control: its edge, its height, what it does when it is wrong. */
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldTexts {
  /** The control's id, for links from the error summary. */
  id?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A label, what helps to answer, the control, and what is wrong with the answer. */
export function Field({ label, isLabelHidden = false, hint, error, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <div className={classes(styles.field, error && styles.wrong)}>
      <label className={isLabelHidden ? styles.hidden : styles.label} htmlFor={controlId}>
        {label}
      </label>
      <Hint id={controlId} hint={hint} error={error} />
      {children({
        id: controlId,
        className: controls.control,
        'aria-describedby': describedBy(controlId, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

export interface FieldGroupProps extends FieldTexts {
  id?: string | undefined;
}

/** The same around several controls that answer one question. */
export function FieldGroup({
  label,
  isLabelHidden,
  hint,
  error,
  id,
  role,
  children,
}: FieldGroupProps & { role: 'group' | 'radiogroup'; children: ReactNode }) {
  const ownId = useId();
  const groupId = id ?? ownId;
  return (
    <fieldset
      className={classes(styles.field, error && styles.wrong)}
      id={groupId}
      role={role}
      tabIndex={-1}
      aria-describedby={describedBy(groupId, hint, error)}
      aria-invalid={role === 'radiogroup' && error ? true : undefined}
    >
      <legend className={isLabelHidden ? styles.hidden : styles.label}>{label}</legend>
      <Hint id={groupId} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

const describedBy = (id: string, hint: string | undefined, error: string | undefined) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

function Hint({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
