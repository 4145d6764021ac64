import { type InputHTMLAttributes, useId } from 'react';
import { classes } from '../classes.ts';
import { FieldGroup, type FieldGroupProps } from '../fields/field.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { type Mark, markShape, type Tone } from '../states/mark-shapes.ts';
import { MarkSign } from '../states/state-mark.tsx';
import tones from '../states/tone.module.css';
import styles from './choice-buttons.module.css';

export interface ChoiceOption<Value extends string = string> {
  value: Value;
  label: string;
  detail?: string | undefined;
  /** The shape that goes with the word; its tone colours the choice once made. */
  mark?: Mark | undefined;
  icon?: IconName | undefined;
  tone?: Tone | undefined;
}

interface ChoiceProps<Value extends string> extends FieldGroupProps {
  options: readonly ChoiceOption<Value>[];
  disabled?: boolean | undefined;
}

export interface ChoiceButtonsProps<Value extends string = string> extends ChoiceProps<Value> {
  value: Value | null;
  onChange: (value: Value) => void;
}

export interface CheckButtonsProps<Value extends string = string> extends ChoiceProps<Value> {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Two to four answers of which one is true, each as wide as the thumb can miss. */
export function ChoiceButtons<Value extends string>({ options, value, onChange, disabled, ...group }: ChoiceButtonsProps<Value>) {
  const name = useId();
  return (
    <FieldGroup {...group} role="radiogroup">
      {options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          input={{
            type: 'radio',
            name: name,
            value: option.value,
            checked: option.value === value,
            disabled: disabled,
            onChange: () => onChange(option.value),
          }}
        />
      ))}
    </FieldGroup>
  );
}

/** Answers of which any number is true. */
export function CheckButtons<Value extends string>({ options, values, onChange, disabled, ...group }: CheckButtonsProps<Value>) {
  const toggle = (value: Value) => onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <FieldGroup {...group} role="group">
      {options.map((option) => (
        <Choice
          key={option.value}
          option={option}
          input={{
            type: 'checkbox',
            value: option.value,
            checked: values.includes(option.value),
            disabled: disabled,
            onChange: () => toggle(option.value),
          }}
        />
      ))}
    </FieldGroup>
  );
}

function Choice({ option, input }: { option: ChoiceOption; input: InputHTMLAttributes<HTMLInputElement> }) {
  const { label, detail, mark, icon, tone = mark ? markShape(mark).tone : 'signal' } = option;
  return (
    <label className={classes(styles.choice, tones[tone])}>
      <input {...input} className={styles.input} />
      <span className={styles.face}>
        {mark && <MarkSign mark={mark} />}
        {icon && <Icon name={icon} />}
        <span className={styles.words}>
          {label}
          {detail && <span className={styles.detail}>{detail}</span>}
        </span>
        <span className={styles.chosen}>
          <Icon name="check" />
        </span>
      </span>
    </label>
  );
}
