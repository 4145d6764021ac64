'use client';

import { Badge, Button, Cluster, FieldGroup, IconButton, SelectField, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { fieldMessages } from './messages.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface PickFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string | undefined;
  readonly options: readonly Choice[];
  /** What the empty choice says. */
  readonly none?: string;
  onChange(value: string | undefined): void;
}

/** One of a list, or none. A value that the list does not know (an organisation's own code, a removed step) is shown as it is. */
export function PickField({ id, label, hint, value, options, none, onChange }: PickFieldProps) {
  const t = useMessages(fieldMessages);
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <SelectField
      id={id}
      label={label}
      hint={hint}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? undefined : next)}
      options={[{ value: '', label: none ?? t.choose }, ...options, ...(known ? [] : [{ value, label: t.unknown(value) }])]}
    />
  );
}

interface PickManyProps extends Omit<PickFieldProps, 'value' | 'onChange' | 'none'> {
  readonly values: readonly string[];
  onChange(values: string[]): void;
}

/** Several of a long list: those chosen stand before it, each with its way out. */
export function PickMany({ id, label, hint, values, options, onChange }: PickManyProps) {
  const t = useMessages(fieldMessages);
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const left = options.filter(({ value }) => !values.includes(value));
  // Chosen, then added: with arrow keys a list passes over everything before what is meant.
  const [wanted, setWanted] = useState('');
  const add = () => {
    if (left.some(({ value }) => value === wanted)) onChange([...values, wanted]);
    setWanted('');
  };
  return (
    <FieldGroup id={id} role="group" label={label} hint={hint}>
      <Stack gap={2}>
        <Chosen values={values} nameOf={nameOf} onChange={onChange} />
        <Cluster gap={2} align="end">
          <SelectField label={t.addTo(label)} isLabelHidden value={wanted} options={[{ value: '', label: t.choose }, ...left]} onChange={setWanted} />
          <Button icon="plus" onClick={add}>
            {t.add}
          </Button>
        </Cluster>
      </Stack>
    </FieldGroup>
  );
}

/** Words of one's own: typed, then added. */
export function WordsField({ id, label, hint, values, onChange }: Omit<PickManyProps, 'options'>) {
  const t = useMessages(fieldMessages);
  const [word, setWord] = useState('');
  const add = () => {
    const next = word.trim();
    if (next !== '' && !values.includes(next)) onChange([...values, next]);
    setWord('');
  };
  return (
    <FieldGroup id={id} role="group" label={label} hint={hint}>
      <Stack gap={2}>
        <Chosen values={values} nameOf={(value) => value} onChange={onChange} />
        <Cluster gap={2} align="end">
          <TextField
            label={t.addTo(label)}
            isLabelHidden
            value={word}
            onChange={setWord}
            autoComplete="off"
            maxLength={64}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon="plus" onClick={add}>
            {t.add}
          </Button>
        </Cluster>
      </Stack>
    </FieldGroup>
  );
}

interface ChosenProps {
  readonly values: readonly string[];
  nameOf(value: string): string;
  onChange(values: string[]): void;
}

function Chosen({ values, nameOf, onChange }: ChosenProps) {
  const t = useMessages(fieldMessages);
  if (values.length === 0) return null;
  return (
    <Cluster as="ul" gap={2}>
      {values.map((value) => (
        <li key={value}>
          <Cluster gap={1}>
            <Badge>{nameOf(value)}</Badge>
            <IconButton
              icon="cross"
              label={t.takeAway(nameOf(value))}
              isLabelHidden
              onClick={() => onChange(values.filter((one) => one !== value))}
            />
          </Cluster>
        </li>
      ))}
    </Cluster>
  );
}
