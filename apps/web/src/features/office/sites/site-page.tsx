'use client';

import { assetTree, siteIdSchema } from '@heliograph/domain';
import { Badge, Button, Cluster, EmptyState, Notice, Sheet, Skeleton, Stack, Tabs, Title } from '@heliograph/ui';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { type Liveness, refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { AssetPanel } from '../plant/asset-panel.tsx';
import { Equipment } from '../plant/equipment.tsx';
import type { Plant } from '../plant/plant.ts';
import { useAddress } from '../shared/address.ts';
import { Unread } from '../shared/page-state.tsx';
import { refusalIn } from '../shared/refusal.ts';
import { useCan } from '../shared/use-can.ts';
import { siteMessages } from './messages.ts';
import { SiteForm } from './site-form.tsx';
import { SiteSheet } from './site-sheet.tsx';
import { SiteTurn } from './site-turn.tsx';

/** One plant: its equipment as a tree, its record, and what an admin does to both. */
export default function SitePage({ id }: { id: string }) {
  const t = useMessages(siteMessages);
  const live = useLive();
  const parsed = siteIdSchema.safeParse(id);
  if (parsed.success) return <Opened id={parsed.data} live={live} />;
  return (
    <OfficeFrame liveness={live}>
      <NotFound t={t} />
    </OfficeFrame>
  );
}

function NotFound({ t }: { t: { notFound: string; notFoundText: string; back: string } }) {
  return (
    <EmptyState icon="site" title={t.notFound} action={<Button href="/office/sites">{t.back}</Button>}>
      {t.notFoundText}
    </EmptyState>
  );
}

function Opened({ id, live }: { id: Output<'site.get'>['site']['id']; live: Liveness }) {
  const t = useMessages(siteMessages);
  const { values, change } = useAddress(['asset', 'do']);
  const site = trpc.site.get.useQuery({ id }, { refetchInterval: refetchEvery(live) });
  const tree = trpc.site.tree.useQuery({ id }, { refetchInterval: refetchEvery(live) });
  const plant = useMemo(() => (tree.data === undefined ? null : { ...tree.data, tree: assetTree(tree.data.assets) }), [tree.data]);
  const failed = site.error ?? tree.error;
  const panel = plant === null ? null : <AssetPanel plant={plant} chosen={values.asset} task={values.do} onChange={change} />;
  return (
    <OfficeFrame liveness={live} panel={values.asset === '' && values.do === '' ? undefined : panel}>
      {site.data !== undefined && plant !== null ? (
        <Site opened={site.data} plant={plant} chosen={values.asset} onChange={change} />
      ) : failed === null ? (
        <Skeleton label={t.loading} lines={8} />
      ) : refusalIn(failed).code === 'NOT_FOUND' ? (
        <NotFound t={t} />
      ) : (
        <Unread title={t.failed} error={failed} onRetry={() => void Promise.all([site.refetch(), tree.refetch()])} />
      )}
    </OfficeFrame>
  );
}

interface SiteProps {
  readonly opened: Output<'site.get'>;
  readonly plant: Plant;
  readonly chosen: string;
  onChange(wish: { asset?: string; do?: string }): void;
}

function Site({ opened, plant, chosen, onChange }: SiteProps) {
  const t = useMessages(siteMessages);
  const format = useFormat();
  const [tab, setTab] = useState<'equipment' | 'sheet'>('equipment');
  const { site } = opened;
  useTitle(site.name);
  return (
    <Stack gap={5}>
      <Cluster gap={3}>
        <Button kind="quiet" icon="arrow-left" href="/office/sites">
          {t.back}
        </Button>
        {site.retiredAt !== null && <Badge>{t.isRetired}</Badge>}
      </Cluster>
      <Cluster justify="between" gap={4}>
        <Title level={1} eyebrow={site.code}>
          {site.name}
        </Title>
        <SiteActions opened={opened} />
      </Cluster>
      {site.retiredAt !== null && <Notice>{t.retiredText(format.day(site.retiredAt, site.timeZone))}</Notice>}
      <Tabs
        label={site.name}
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'equipment', label: t.equipment, count: plant.assets.length },
          { key: 'sheet', label: t.sheet },
        ]}
      >
        {tab === 'equipment' ? <Equipment plant={plant} chosen={chosen} onChange={onChange} /> : <SiteSheet opened={opened} />}
      </Tabs>
    </Stack>
  );
}

/** What an admin may do to the site itself. */
function SiteActions({ opened: { site } }: { opened: Output<'site.get'> }) {
  const t = useMessages(siteMessages);
  const utils = trpc.useUtils();
  const [isEditing, setEditing] = useState(false);
  if (!useCan('site.manage')) return null;
  const onSaved = () => {
    setEditing(false);
    void utils.invalidate();
  };
  return (
    <Cluster gap={3}>
      {site.retiredAt === null && (
        <Button kind="quiet" icon="pencil" onClick={() => setEditing(true)}>
          {t.edit}
        </Button>
      )}
      <SiteTurn site={site} />
      <Sheet title={site.name} isOpen={isEditing} onClose={() => setEditing(false)} closeLabel={t.close} side="end">
        <SiteForm site={site} onSaved={onSaved} />
      </Sheet>
    </Cluster>
  );
}
