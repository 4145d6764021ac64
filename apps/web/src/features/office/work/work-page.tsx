'use client';

import { siteIdSchema, userIdSchema } from '@heliograph/domain';
import { Button, Cluster, EmptyState, Notice, Section, SelectField, Stack, TextField, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { capital } from '../../../platform/typography.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { dayOf, daysAfter, instantOfDay, isDay } from '../shared/days.ts';
import { useColleagues, useSites } from '../shared/every-page.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { PagedList } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
import { type Assignment, byDay } from './days.ts';
import { workMessages } from './messages.ts';
import { WorkPanel } from './work-panel.tsx';
import { WorkTable } from './work-table.tsx';

const NAMES = ['from', 'to', 'site', 'person', 'work', 'given'] as const;
type Values = Readonly<Record<(typeof NAMES)[number], string>>;

/** What lies before today and is not begun is still to be done: the week before is in sight. */
const SINCE_DAYS = -7;

/** Who does what, day by day. */
export default function WorkPage() {
  const t = useMessages(workMessages);
  const format = useFormat();
  const live = useLive();
  const { values, change } = useAddress(NAMES);
  const { client } = trpc.useUtils();
  useTitle(t.title);
  const filter = filterOf(values);
  const { pages, rows } = usePages({
    key: ['work', filter],
    read: (at, options) => client.assignment.list.query({ ...filter, ...at }, options),
    every: refetchEvery(live),
  });
  const open = rows.find(({ id }) => id === values.work);
  const panel = open === undefined ? undefined : <WorkPanel key={open.id} work={open} onClose={() => change({ work: '' })} />;
  return (
    <OfficeFrame liveness={live} panel={panel}>
      <Stack gap={5}>
        <Cluster justify="between" gap={4}>
          <Title level={1}>{t.title}</Title>
          <Button kind="action" icon="plus" href="/office/work/new">
            {t.give}
          </Button>
        </Cluster>
        {isDay(values.given) && (
          <Notice tone="conform" isLive>
            {t.given(format.day(instantOfDay(values.given), 'UTC'))}
          </Notice>
        )}
        <WorkFilters values={values} onChange={change} />
        <PagedList
          pages={pages}
          rows={rows}
          words={t}
          empty={
            <EmptyState icon="calendar" title={t.empty}>
              {t.emptyText}
            </EmptyState>
          }
        >
          {(shown) => <Days items={shown} current={values.work} onOpen={(work) => change({ work })} />}
        </PagedList>
      </Stack>
    </OfficeFrame>
  );
}

function filterOf({ from, to, site, person }: Values) {
  const siteId = siteIdSchema.safeParse(site).data;
  const personId = userIdSchema.safeParse(person).data;
  return {
    limit: 50,
    from: isDay(from) ? from : daysAfter(dayOf(Date.now()), SINCE_DAYS),
    ...(isDay(to) ? { to } : {}),
    ...(siteId === undefined ? {} : { siteId }),
    ...(personId === undefined ? {} : { personId }),
  };
}

function WorkFilters({ values, onChange }: { values: Values; onChange: (wish: Partial<Values>) => void }) {
  const t = useMessages(workMessages);
  const sites = useSites().data ?? [];
  const people = useColleagues().data ?? [];
  const named = (all: string, items: readonly { id: string; name: string }[]) => [
    { value: '', label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const isFiltered = [values.from, values.to, values.site, values.person].some((value) => value !== '');
  return (
    <FilterBar label={t.filters} values={[values.from, values.to, values.site, values.person]}>
      <TextField label={t.from} type="date" value={filterOf(values).from} onChange={(from) => onChange({ from })} />
      <TextField label={t.to} type="date" value={values.to} min={filterOf(values).from} onChange={(to) => onChange({ to })} />
      <SelectField label={t.site} value={values.site} onChange={(site) => onChange({ site })} options={named(t.allSites, sites)} />
      <SelectField label={t.person} value={values.person} onChange={(person) => onChange({ person })} options={named(t.everybody, people)} />
      {isFiltered && (
        <Button kind="quiet" onClick={() => onChange({ from: '', to: '', site: '', person: '' })}>
          {t.clearFilters}
        </Button>
      )}
    </FilterBar>
  );
}

interface DaysProps {
  readonly items: readonly Assignment[];
  readonly current: string;
  onOpen(id: string): void;
}

function Days({ items, current, onOpen }: DaysProps) {
  const t = useMessages(workMessages);
  const format = useFormat();
  const today = dayOf(Date.now());
  const near: Readonly<Record<string, string>> = { [today]: t.today, [daysAfter(today, 1)]: t.tomorrow };
  return byDay(items).map(({ day, items: found }) => {
    const title = capital([near[day], format.weekday(instantOfDay(day), 'UTC')].filter(Boolean).join(' · '));
    return (
      <Section key={day} title={title}>
        <WorkTable caption={title} items={found} today={today} current={current} onOpen={onOpen} />
      </Section>
    );
  });
}
