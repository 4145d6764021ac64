'use client';

import type { Asset } from '@heliograph/domain';
import { Button, Disclosure, EmptyState, List, Screen, SearchField, Section, Skeleton, Stack, Text } from '@heliograph/ui';
import { useDeferredValue, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { usePlant } from '../assets/use-plant.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { ProcedureRow } from '../procedure/procedure-row.tsx';
import { type ListedProcedure, useLibrary } from '../procedure/use-procedures.ts';
import { FilterChips } from './filter-chips.tsx';
import { FoundList } from './found-list.tsx';
import { libraryMessages } from './messages.ts';
import { Near, useRecent } from './near.tsx';
import { type Filters, useFilters } from './use-filters.ts';
import { useSearch } from './use-search.ts';

/** All procedures, those for the equipment in hand first; searched on the phone while one types. */
export default function LibraryPage() {
  const t = useMessages(libraryMessages);
  const library = useLibrary();
  const recent = useRecent();
  const plant = usePlant();
  const wanted = new URLSearchParams(usePlace().search).get('asset');
  const asset = plant?.assets.find(({ id }) => id === wanted);
  useTitle(t.title);
  return (
    <Screen
      top={
        <FieldTop
          title={t.title}
          {...(asset === undefined ? { back: '/app/more' } : { eyebrow: t.forAsset(asset.name), back: `/app/assets/${asset.id}` })}
        />
      }
      bottom={<FieldBottom current="more" />}
    >
      {library === undefined || recent === undefined || plant === undefined ? (
        <Skeleton label={t.reading} lines={8} />
      ) : (
        <Library library={library} recent={recent} asset={asset ?? null} />
      )}
    </Screen>
  );
}

interface LibraryProps {
  readonly library: readonly ListedProcedure[];
  readonly recent: readonly string[];
  readonly asset: Asset | null;
}

function Library({ library, recent, asset }: LibraryProps) {
  const t = useMessages(libraryMessages);
  const [typed, setTyped] = useState('');
  const filters = useFilters(asset?.type ?? null);
  const hits = useSearch(useDeferredValue(typed), library);
  if (library.length === 0)
    return (
      <EmptyState icon="book" title={t.emptyTitle}>
        {t.emptyText}
      </EmptyState>
    );
  const query = asset === null ? '' : `?asset=${asset.id}`;
  const hrefOf = ({ ref }: ListedProcedure) => `/app/procedures/${ref.hash}${query}`;
  return (
    <Stack gap={4}>
      <SearchField label={t.search} value={typed} onChange={setTyped} clearLabel={t.clearSearch} />
      {/* They fold as the results come, in one move: rows that moved twice let a finger fall beside them. */}
      {hits === null ? (
        <FilterChips library={library} filters={filters} />
      ) : (
        <Disclosure summary={t.filters} aside={filters.isNarrow ? t.filtersOn(filters.count) : undefined}>
          <FilterChips library={library} filters={filters} />
        </Disclosure>
      )}
      {hits === null ? (
        <>
          {!filters.isNarrow && <Near recent={recent} library={library} hrefOf={hrefOf} />}
          <All library={library} filters={filters} hrefOf={hrefOf} />
        </>
      ) : (
        <FoundList hits={hits} library={library.filter(filters.passes)} hrefOf={hrefOf} onClear={filters.clear} />
      )}
    </Stack>
  );
}

interface AllProps {
  readonly library: readonly ListedProcedure[];
  readonly filters: Filters;
  hrefOf(procedure: ListedProcedure): string;
}

function All({ library, filters, hrefOf }: AllProps) {
  const t = useMessages(libraryMessages);
  const shown = library.filter(filters.passes);
  const here = library.filter(({ content }) => content !== null).length;
  return (
    <Section title={t.count(shown.length)} aside={<Text kind="small">{t.onPhone(here, library.length)}</Text>}>
      {shown.length === 0 ? (
        <Button onClick={filters.clear}>{t.removeFilters}</Button>
      ) : (
        <List>
          {shown.map((procedure) => (
            <ProcedureRow key={procedure.ref.id} procedure={procedure} href={hrefOf(procedure)} />
          ))}
        </List>
      )}
    </Section>
  );
}
