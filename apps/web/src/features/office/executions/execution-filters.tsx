'use client';

import { LIFE_STATUSES } from '@heliograph/domain';
import { Button, SelectField, TextField } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';
import { useColleagues, useSites } from '../shared/every-page.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import type { Filters } from './filters.ts';

interface ExecutionFiltersProps {
  readonly values: Filters;
  readonly isFiltered: boolean;
  onChange(wish: Partial<Filters>): void;
  onClear(): void;
}

/** Which interventions are listed, and taken out. */
export function ExecutionFilters({ values, isFiltered, onChange, onClear }: ExecutionFiltersProps) {
  const t = useMessages(officeMessages);
  const sites = useSites().data ?? [];
  const people = useColleagues().data ?? [];
  const named = (all: string, items: readonly { id: string; name: string }[]) => [
    { value: '', label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FilterBar label={t.filters} values={Object.values(values)}>
      <SelectField
        label={t.status}
        value={values.status}
        onChange={(status) => onChange({ status })}
        options={[{ value: '', label: t.allStates }, ...LIFE_STATUSES.map((value) => ({ value, label: t[`status_${value}`] }))]}
      />
      <SelectField label={t.site} value={values.site} onChange={(site) => onChange({ site })} options={named(t.allSites, sites)} />
      <SelectField label={t.person} value={values.person} onChange={(person) => onChange({ person })} options={named(t.everybody, people)} />
      <TextField label={t.from} type="date" value={values.from} max={values.to || undefined} onChange={(from) => onChange({ from })} />
      <TextField label={t.to} type="date" value={values.to} min={values.from || undefined} onChange={(to) => onChange({ to })} />
      {isFiltered && (
        <Button kind="quiet" onClick={onClear}>
          {t.clearFilters}
        </Button>
      )}
    </FilterBar>
  );
}
