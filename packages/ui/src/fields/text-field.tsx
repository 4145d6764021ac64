import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldTexts } from './field.tsx';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size' | 'children' | 'className'>;

export interface TextFieldProps extends Native, FieldTexts {
  value: string;
  onChange: (text: string) => void;
  isMultiline?: false | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

export interface TextAreaProps extends FieldTexts {
  value: string;
  onChange: (text: string) => void;
  isMultiline: true;
  rows?: number | undefined;
  id?: string | undefined;
  name?: string | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Words: one line, or several where the question asks for sentences. */
export function TextField(props: TextFieldProps | TextAreaProps) {
  const { label, isLabelHidden, hint, error, id, value, onChange, ...rest } = props;
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} id={id}>
      {(control) =>
        rest.isMultiline ? (
          <textarea {...withoutFlag(rest)} {...control} rows={rest.rows ?? 3} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input type="text" {...withoutFlag(rest)} {...control} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

function withoutFlag<Rest extends { isMultiline?: unknown }>({ isMultiline: _, ...rest }: Rest): Omit<Rest, 'isMultiline'> {
  return rest;
}
