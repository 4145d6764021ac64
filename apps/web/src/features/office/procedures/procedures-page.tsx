'use client';

import { Button, Cluster, EmptyState, SearchField, SelectField, Sheet, Stack, StateMark, Table, Tabs, Text, Title } from '@heliograph/ui';
import { useDeferredValue, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { procedureMessages } from './messages.ts';
import { NewProcedure } from './new-procedure.tsx';
import { countsOf, SHOWN, type ShelfItem, type ShelfState, type Shown, shelfOf, stateOf, titleIn } from './shelf.ts';

/** Every procedure of the organisation: in use, being written, waiting for a second person, archived. */
export default function ProceduresPage() {
  const t = useMessages(procedureMessages);
  const live = useLive();
  const mayWrite = useCan('procedure.write');
  const [isAdding, setAdding] = useState(false);
  useTitle(t.title);
  const shelf = trpc.procedure.shelf.useQuery(undefined, { refetchInterval: refetchEvery(live) });
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" gap={4}>
          <Title level={1}>{t.title}</Title>
          {mayWrite && (
            <Cluster gap={3}>
              <Button kind="quiet" icon="book" href="/office/starter">
                {t.starter}
              </Button>
              <Button kind="quiet" icon="upload" href="/office/procedures/import">
                {t.importOne}
              </Button>
              <Button kind="action" icon="plus" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            </Cluster>
          )}
        </Cluster>
        <Read query={shelf} words={t} lines={6}>
          {({ items }) => <Shelf items={items} />}
        </Read>
      </Stack>
      <Sheet title={t.add} isOpen={isAdding} onClose={() => setAdding(false)} closeLabel={t.close} side="end">
        <NewProcedure />
      </Sheet>
    </OfficeFrame>
  );
}

function Shelf({ items }: { items: readonly ShelfItem[] }) {
  const t = useMessages(procedureMessages);
  const { values, change } = useAddress(['show', 'category']);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const shown: Shown = SHOWN.find((one) => one === values.show) ?? 'used';
  const counts = countsOf(items);
  const rows = shelfOf(items, { shown, category: values.category, query: wanted });
  return (
    <Stack gap={4}>
      <Filters items={items} query={query} onQuery={setQuery} category={values.category} onCategory={(category) => change({ category })} />
      <Tabs
        label={t.show}
        current={shown}
        onChange={(show) => change({ show })}
        tabs={SHOWN.map((key) => ({ key, label: t[`shown_${key}`], count: counts[key] }))}
      >
        <Stack gap={3}>
          <Text kind="small" isSoft>
            <span role="status">{t.count(rows.length)}</span>
          </Text>
          {rows.length === 0 ? (
            <EmptyState icon="book" title={t.empty}>
              {wanted.trim() === '' && values.category === '' ? t.emptyText : t.emptySearch}
            </EmptyState>
          ) : (
            <ShelfTable rows={rows} />
          )}
        </Stack>
      </Tabs>
    </Stack>
  );
}

interface FiltersProps {
  readonly items: readonly ShelfItem[];
  readonly query: string;
  readonly category: string;
  onQuery(query: string): void;
  onCategory(category: string): void;
}

function Filters({ items, query, category, onQuery, onCategory }: FiltersProps) {
  const t = useMessages(procedureMessages);
  const names = useCatalogueNames();
  const categories = [...new Set(items.flatMap((item) => item.category ?? []))].filter(Boolean).toSorted();
  return (
    <Stack gap={4}>
      <SearchField label={t.search} clearLabel={t.clearSearch} value={query} onChange={onQuery} />
      <FilterBar label={t.filters} values={[category]}>
        <SelectField
          label={t.category}
          value={category}
          onChange={onCategory}
          options={[{ value: '', label: t.allCategories }, ...categories.map((code) => ({ value: code, label: names.category(code) }))]}
        />
      </FilterBar>
    </Stack>
  );
}

const MARKS = { published: 'conform', draft: 'todo', changed: 'doing', waiting: 'attention', archived: 'none' } as const satisfies Record<
  ShelfState,
  string
>;

/** How a procedure stands, by shape and word. */
export function ProcedureState({ state }: { state: ShelfState }) {
  const t = useMessages(procedureMessages);
  return <StateMark mark={MARKS[state]} label={t[`state_${state}`]} size="small" />;
}

function ShelfTable({ rows }: { rows: readonly ShelfItem[] }) {
  const t = useMessages(procedureMessages);
  const names = useCatalogueNames();
  const language = useLanguage();
  const format = useFormat();
  const changedAt = ({ draft, version }: ShelfItem) => draft?.changedAt ?? version?.publishedAt ?? null;
  const dayOf = (at: number | null) => (at === null ? '–' : format.shortDay(at));
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ slug }) => slug}
      onOpen={({ slug }) => navigate(pathTo('/office/procedures/:code', { code: slug }))}
      isFolding
      columns={[
        { key: 'name', label: t.name, isPrimary: true, cell: ({ title }) => titleIn(title, language) || t.untitled },
        { key: 'category', label: t.category, cell: ({ category }) => (category === null ? '–' : names.category(category)) },
        { key: 'state', label: t.state, isWhole: true, cell: (item) => <ProcedureState state={stateOf(item)} /> },
        { key: 'version', label: t.version, isWhole: true, cell: ({ version }) => (version === null ? '–' : t.number(version.number)) },
        { key: 'steps', label: t.steps, align: 'end', cell: ({ steps }) => format.number(steps) },
        { key: 'changed', label: t.changed, isWhole: true, cell: (item) => dayOf(changedAt(item)) },
      ]}
    />
  );
}
