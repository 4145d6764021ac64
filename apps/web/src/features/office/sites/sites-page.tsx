'use client';

import { Button, Cluster, EmptyState, SearchField, Segmented, Sheet, Stack, Table, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { PagedList } from '../shared/paged-list.tsx';
import { useCan } from '../shared/use-can.ts';
import { usePages } from '../shared/use-pages.ts';
import { useSteady } from '../shared/use-steady.ts';
import { siteMessages } from './messages.ts';
import type { SiteItem } from './site-draft.ts';
import { SiteForm } from './site-form.tsx';

type Shown = 'no' | 'only';

/** The organisation's plants. */
export default function SitesPage() {
  const t = useMessages(siteMessages);
  const live = useLive();
  const mayManage = useCan('site.manage');
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState('');
  const [retired, setRetired] = useState<Shown>('no');
  const [isAdding, setAdding] = useState(false);
  useTitle(t.title);
  const wanted = useSteady(typed.trim());
  const filter = { limit: 50, retired, ...(wanted === '' ? {} : { query: wanted }) };
  const { pages, rows } = usePages({
    key: ['sites', filter],
    read: (at, options) => utils.client.site.list.query({ ...filter, ...at }, options),
    every: refetchEvery(live),
  });
  const onSaved = ({ id }: SiteItem) => {
    void utils.invalidate();
    navigate(pathTo('/office/sites/:id', { id }));
  };
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster justify="between" gap={4}>
          <Title level={1}>{t.title}</Title>
          {mayManage && (
            <Button kind="action" icon="plus" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )}
        </Cluster>
        <SearchField label={t.search} clearLabel={t.clearSearch} value={typed} onChange={setTyped} />
        <ShownChoice value={retired} onChange={setRetired} />
        <PagedList
          pages={pages}
          rows={rows}
          words={t}
          empty={
            <EmptyState icon="site" title={t.empty}>
              {wanted !== '' ? t.emptySearch : retired === 'only' ? t.emptyRetired : t.emptyText}
            </EmptyState>
          }
        >
          {(shown) => <SiteTable rows={shown} />}
        </PagedList>
      </Stack>
      <Sheet title={t.add} isOpen={isAdding} onClose={() => setAdding(false)} closeLabel={t.close} side="end">
        <SiteForm onSaved={onSaved} />
      </Sheet>
    </OfficeFrame>
  );
}

function ShownChoice({ value, onChange }: { value: Shown; onChange: (value: Shown) => void }) {
  const t = useMessages(siteMessages);
  return (
    <Cluster>
      <Segmented
        label={t.show}
        isLabelHidden
        value={value}
        onChange={onChange}
        options={[
          { value: 'no', label: t.inUse },
          { value: 'only', label: t.retired },
        ]}
      />
    </Cluster>
  );
}

function SiteTable({ rows }: { rows: readonly SiteItem[] }) {
  const t = useMessages(siteMessages);
  const format = useFormat();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/sites/:id', { id }))}
      isFolding
      columns={[
        { key: 'name', label: t.name, isPrimary: true, cell: ({ name }) => name },
        { key: 'code', label: t.code, isWhole: true, cell: ({ code }) => code },
        { key: 'address', label: t.address, cell: ({ address }) => address || '–' },
        { key: 'zone', label: t.timeZone, isWhole: true, cell: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
        { key: 'assets', label: t.equipment, align: 'end', cell: ({ assets }) => format.number(assets) },
      ]}
    />
  );
}
