'use client';

import { TextField } from '@heliograph/ui';
import { useId } from 'react';

interface TimeZoneFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  onChange(value: string): void;
}

/** A time zone by its name, found while one types: four hundred of them are no list to scroll. */
export function TimeZoneField(props: TimeZoneFieldProps) {
  const listId = useId();
  return (
    <>
      <TextField {...props} list={listId} autoComplete="off" spellCheck={false} />
      <datalist id={listId}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
