'use client';

import { isDecimal, parseDecimal, typedDecimal } from '@heliograph/domain';
import { TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { fieldMessages } from './messages.ts';

interface NumberProps<Value> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Value | undefined;
  onChange(value: Value | undefined): void;
}

/** A decimal as people write it. What is no number yet is kept as it is typed: a draft may hold it, a version may not. */
export function DecimalField({ id, label, hint, value, onChange }: NumberProps<string>) {
  const t = useMessages(fieldMessages);
  const language = useLanguage();
  const canonical = (text: string) => {
    const parsed = parseDecimal(text, language);
    return parsed.kind === 'decimal' ? parsed.value : text;
  };
  const written = value === undefined ? '' : isDecimal(value) ? typedDecimal(value, language) : value;
  const [typed, setTyped] = useState(written);
  // What stands in the draft is another number (undone, or a colleague's): that is shown, not what was typed before.
  const text = (typed === '' ? undefined : canonical(typed)) === value ? typed : written;
  const isOdd = value !== undefined && !isDecimal(value);
  const type = (next: string) => {
    setTyped(next);
    onChange(next === '' ? undefined : canonical(next));
  };
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={type}
      error={isOdd ? t.notANumber : undefined}
    />
  );
}

/** A whole number. */
export function CountField({ id, label, hint, value, onChange }: NumberProps<number>) {
  const t = useMessages(fieldMessages);
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const read = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined);
  const text = read(typed) === value ? typed : String(value ?? '');
  const type = (next: string) => {
    setTyped(next);
    onChange(read(next));
  };
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={type}
      error={text.trim() !== '' && value === undefined ? t.notACount : undefined}
    />
  );
}
