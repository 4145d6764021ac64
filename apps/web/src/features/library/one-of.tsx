'use client';

import { Chips } from '@heliograph/ui';

interface OneOfProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** One filter: a single value, or all. */
export const OneOf = ({ label, all, options, value, onChange }: OneOfProps) => (
  <Chips
    label={label}
    chips={[{ value: null, label: all }, ...options].map((option) => ({
      key: option.value ?? '',
      label: option.label,
      isOn: option.value === value,
      onPress: () => onChange(option.value),
    }))}
  />
);
