'use client';

import { tipStateSchema } from '@heliograph/domain';
import { Button, Cluster, EmptyState, SearchField, SelectField, Stack, Table, Title } from '@heliograph/ui';
import { common } from '../../../platform/messages/common.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { TIP_CATEGORY_CODES, useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { Measure } from '../shared/measure.tsx';
import { PagedList } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
import { useSteady } from '../shared/use-steady.ts';
import { officeTipMessages } from './messages.ts';
import type { TipItem } from './tip-draft.ts';
import { TipPanel } from './tip-panel.tsx';
import { TipState } from './tip-state.tsx';

const PAGE = 50;
const PLACES = ['query', 'state', 'category', 'tip', 'do'] as const;
const STATES = [...tipStateSchema.options, 'archived'] as const;

/** What people in the field have learnt: to be read, put right, approved, put away. */
export default function TipsPage() {
  const t = useMessages(officeTipMessages);
  const live = useLive();
  const { values, change } = useAddress(PLACES);
  useTitle(t.title);
  const panel = values.tip === '' && values.do === '' ? undefined : <TipPanel key={values.tip} id={values.tip} task={values.do} onChange={change} />;
  return (
    <OfficeFrame liveness={live} panel={panel}>
      <Stack gap={6}>
        <Cluster justify="between" align="center" gap={4}>
          <Title>{t.title}</Title>
          <Button kind="primary" icon="plus" onClick={() => change({ tip: '', do: 'add' })}>
            {t.write}
          </Button>
        </Cluster>
        <Filters />
        <Tips every={refetchEvery(live)} />
      </Stack>
    </OfficeFrame>
  );
}

function Tips({ every }: { every: number | false }) {
  const t = useMessages(officeTipMessages);
  const { values, change } = useAddress(PLACES);
  const query = useSteady(values.query.trim());
  const state = STATES.find((one) => one === values.state);
  const filter = {
    limit: PAGE,
    ...(query === '' ? {} : { query }),
    ...(state === undefined ? {} : { state }),
    ...(values.category === '' ? {} : { category: values.category }),
  };
  const { client } = trpc.useUtils();
  const { pages, rows } = usePages({
    key: [['tip', 'list'], filter],
    read: (at, options) => client.tip.list.query({ ...filter, ...at }, options),
    every,
  });
  const isFiltered = Object.keys(filter).length > 1;
  const clear = () => change({ query: '', state: '', category: '' });
  return (
    <PagedList
      pages={pages}
      rows={rows}
      words={t}
      empty={
        <EmptyState icon="info" title={isFiltered ? t.emptyFiltered : t.empty} action={isFiltered && <Button onClick={clear}>{t.clear}</Button>}>
          {!isFiltered && t.emptyText}
        </EmptyState>
      }
    >
      {(shown) => <TipTable rows={shown} chosen={values.tip} onOpen={({ id }) => change({ tip: id, do: '' })} />}
    </PagedList>
  );
}

function TipTable({ rows, chosen, onOpen }: { rows: readonly TipItem[]; chosen: string; onOpen(tip: TipItem): void }) {
  const t = useMessages(officeTipMessages);
  const say = useLocalized();
  const names = useCatalogueNames();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      currentKey={chosen}
      onOpen={onOpen}
      isFolding
      columns={[
        { key: 'tip', label: t.tip, isPrimary: true, cell: ({ title }) => say(title) },
        { key: 'state', label: t.state, isWhole: true, cell: (tip) => <TipState tip={tip} /> },
        { key: 'category', label: t.category, cell: ({ category }) => names.tipCategory(category) },
        { key: 'author', label: t.author, cell: ({ authorName }) => authorName ?? t.starter },
        { key: 'useful', label: t.useful, align: 'end', cell: ({ useful }) => t.people(useful) },
      ]}
    />
  );
}

function Filters() {
  const t = useMessages(officeTipMessages);
  const words = useMessages(common);
  const names = useCatalogueNames();
  const { values, change } = useAddress(PLACES);
  return (
    <Stack gap={4}>
      <Measure>
        <SearchField label={t.search} value={values.query} onChange={(query) => change({ query })} clearLabel={words.clearSearch} />
      </Measure>
      <FilterBar label={t.filters} values={[values.state, values.category]}>
        <SelectField
          label={t.state}
          value={values.state}
          onChange={(state) => change({ state })}
          options={[{ value: '', label: t.allStates }, ...STATES.map((value) => ({ value: value as string, label: t[`state_${value}`] }))]}
        />
        <SelectField
          label={t.category}
          value={values.category}
          onChange={(category) => change({ category })}
          options={[{ value: '', label: t.allCategories }, ...TIP_CATEGORY_CODES.map((value) => ({ value, label: names.tipCategory(value) }))]}
        />
      </FilterBar>
    </Stack>
  );
}
