'use client';

import { userIdSchema } from '@heliograph/domain';
import { Button, SearchField, SelectField, Stack, TextField } from '@heliograph/ui';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useAddress } from '../shared/address.ts';
import { daysAfter, isDay, startOfDay } from '../shared/days.ts';
import { useColleagues } from '../shared/every-page.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { Measure } from '../shared/measure.tsx';
import { GROUPS } from './groups.ts';
import { activityMessages } from './messages.ts';

export const FILTERS = ['query', 'actor', 'group', 'from', 'to'] as const;
export type Values = Readonly<Record<(typeof FILTERS)[number], string>>;

/** As the server takes it; the last day counts whole. */
export function filterOf({ query, actor, group, from, to }: Values) {
  const actorId = userIdSchema.safeParse(actor).data;
  const known = GROUPS.find((one) => one === group);
  return {
    ...(query.trim() === '' ? {} : { query: query.trim() }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(known === undefined ? {} : { actions: [`${known}.`] }),
    ...(isDay(from) ? { from: startOfDay(from) } : {}),
    ...(isDay(to) ? { to: startOfDay(daysAfter(to, 1)) } : {}),
  };
}

export function ActivityFilters() {
  const t = useMessages(activityMessages);
  const words = useMessages(common);
  const { values, change, isFiltered } = useAddress(FILTERS);
  const colleagues = useColleagues();
  return (
    <Stack gap={4}>
      <Measure>
        <SearchField label={t.search} value={values.query} onChange={(query) => change({ query })} clearLabel={words.clearSearch} />
      </Measure>
      <FilterBar label={t.filters} values={[values.actor, values.group, values.from, values.to]}>
        <SelectField
          label={t.who}
          value={values.actor}
          onChange={(actor) => change({ actor })}
          options={[{ value: '', label: t.everybody }, ...(colleagues.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
        <SelectField
          label={t.what}
          value={values.group}
          onChange={(group) => change({ group })}
          options={[{ value: '', label: t.everything }, ...GROUPS.map((group) => ({ value: String(group), label: t[`group_${group}`] }))]}
        />
        <TextField label={t.from} type="date" value={values.from} onChange={(from) => change({ from })} />
        <TextField label={t.to} type="date" value={values.to} onChange={(to) => change({ to })} />
        {isFiltered && (
          <Button kind="quiet" onClick={() => change({ query: '', actor: '', group: '', from: '', to: '' })}>
            {t.clear}
          </Button>
        )}
      </FilterBar>
    </Stack>
  );
}
