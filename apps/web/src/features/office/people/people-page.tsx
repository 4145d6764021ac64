'use client';

import { roleSchema } from '@heliograph/domain/permission';
import { personStatusSchema } from '@heliograph/domain/person';
import { Button, Cluster, EmptyState, SearchField, SelectField, Stack, Title } from '@heliograph/ui';
import { useState } from 'react';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { personWords } from '../../people/words.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { Measure } from '../shared/measure.tsx';
import { PagedList } from '../shared/paged-list.tsx';
import { useCan } from '../shared/use-can.ts';
import { usePages } from '../shared/use-pages.ts';
import { useSteady } from '../shared/use-steady.ts';
import { InviteSheet } from './invite-sheet.tsx';
import { peopleMessages } from './messages.ts';
import { OpenInvitations } from './open-invitations.tsx';
import { PeopleTable } from './people-table.tsx';

const PAGE = 50;
const FILTERS = ['query', 'role', 'status'] as const;

/** Who works here: found by name, invited, and opened one by one. */
export default function PeoplePage() {
  const t = useMessages(peopleMessages);
  const live = useLive();
  const [isInviting, setInviting] = useState(false);
  const mayInvite = useCan('person.invite');
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={6}>
        <Cluster justify="between" align="center" gap={4}>
          <Title>{t.title}</Title>
          {mayInvite && (
            <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
              {t.invite}
            </Button>
          )}
        </Cluster>
        {mayInvite && <OpenInvitations />}
        <People every={refetchEvery(live)} />
      </Stack>
      <InviteSheet isOpen={isInviting} onClose={() => setInviting(false)} />
    </OfficeFrame>
  );
}

function People({ every }: { every: number | false }) {
  const t = useMessages(peopleMessages);
  const { values, change, isFiltered } = useAddress(FILTERS);
  const query = useSteady(values.query.trim());
  const role = roleSchema.safeParse(values.role).data;
  const status = personStatusSchema.safeParse(values.status).data;
  const filter = {
    limit: PAGE,
    ...(query === '' ? {} : { query }),
    ...(role === undefined ? {} : { roles: [role] }),
    ...(status === undefined ? {} : { statuses: [status] }),
  };
  const { client } = trpc.useUtils();
  const { pages, rows } = usePages({
    key: ['people', filter],
    read: (at, options) => client.person.list.query({ ...filter, ...at }, options),
    every,
  });
  const clear = () => change({ query: '', role: '', status: '' });
  return (
    <Stack gap={5}>
      <Search />
      <Filters />
      <PagedList
        pages={pages}
        rows={rows}
        words={t}
        empty={
          <EmptyState icon="people" title={isFiltered ? t.emptyFiltered : t.empty} action={isFiltered && <Button onClick={clear}>{t.clear}</Button>}>
            {!isFiltered && t.emptyText}
          </EmptyState>
        }
      >
        {(shown) => <PeopleTable rows={shown} />}
      </PagedList>
    </Stack>
  );
}

function Search() {
  const t = useMessages(peopleMessages);
  const words = useMessages(common);
  const { values, change } = useAddress(FILTERS);
  return (
    <Measure>
      <SearchField label={t.search} value={values.query} onChange={(query) => change({ query })} clearLabel={words.clearSearch} />
    </Measure>
  );
}

function Filters() {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const { values, change } = useAddress(FILTERS);
  return (
    <FilterBar label={t.filters} values={[values.role, values.status]}>
      <SelectField
        label={t.role}
        value={values.role}
        onChange={(role) => change({ role })}
        options={[{ value: '', label: t.allRoles }, ...roleSchema.options.map((value) => ({ value, label: words[`role_${value}`] }))]}
      />
      <SelectField
        label={t.status}
        value={values.status}
        onChange={(status) => change({ status })}
        options={[{ value: '', label: t.allStatuses }, ...personStatusSchema.options.map((value) => ({ value, label: words[`status_${value}`] }))]}
      />
    </FilterBar>
  );
}
