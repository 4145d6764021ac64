'use client';

import { type Asset, assetTree, siteIdSchema } from '@heliograph/domain';
import { Button, Cluster, EmptyState, SelectField, Skeleton, Stack, Switch, Text, Title } from '@heliograph/ui';
import { useMemo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { Unread } from '../shared/page-state.tsx';
import styles from './labels.module.css';
import { labelled } from './labels.ts';
import { plantMessages } from './messages.ts';
import { assetIn, type Plant, typeName } from './plant.ts';
import { QrCode } from './qr-code.tsx';

/** Labels to print: a square that opens the position, its name and number in clear text below. */
export default function LabelsPage({ id }: { id: string }) {
  const t = useMessages(plantMessages);
  const live = useLive();
  const site = siteIdSchema.safeParse(id).data;
  const read = trpc.site.tree.useQuery(site === undefined ? { id: siteIdSchema.parse(NOBODYS) } : { id: site }, { enabled: site !== undefined });
  const plant = useMemo(() => (read.data === undefined ? null : { ...read.data, tree: assetTree(read.data.assets) }), [read.data]);
  useTitle(t.labelsTitle);
  return (
    <OfficeFrame liveness={live}>
      {plant !== null ? (
        <Labels plant={plant} />
      ) : site === undefined || read.isError ? (
        <Unread title={t.failed} error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Skeleton label={t.loading} />
      )}
    </OfficeFrame>
  );
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';

function Labels({ plant }: { plant: Plant }) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const { values, change } = useAddress(['asset', 'whole', 'type']);
  const chosen = assetIn(plant, values.asset);
  const wanted = { asset: values.asset, isWhole: values.whole !== '' };
  const all = useMemo(() => labelled(plant, { asset: values.asset, isWhole: values.whole !== '', type: '' }), [plant, values.asset, values.whole]);
  const shown = labelled(plant, { ...wanted, type: values.type });
  const types = [...new Set(all.map(({ type }) => type))];
  return (
    <Stack gap={5}>
      <div className={styles.tools}>
        <Stack gap={4}>
          <Cluster>
            <Button kind="quiet" icon="arrow-left" href={pathTo('/office/sites/:id', { id: plant.site.id })}>
              {t.back}
            </Button>
          </Cluster>
          <Title level={1} eyebrow={[plant.site.name, chosen?.name].filter(Boolean).join(' · ')}>
            {t.labelsTitle}
          </Title>
          <Text isSoft>{t.labelsText}</Text>
          <Cluster gap={4} align="end">
            {types.length > 1 && (
              <SelectField
                label={t.type}
                value={values.type}
                onChange={(type) => change({ type })}
                options={[{ value: '', label: t.allTypes }, ...types.map((value) => ({ value, label: typeName(value, language) }))]}
              />
            )}
            {chosen !== null && <Switch label={t.whole} isOn={wanted.isWhole} onChange={(isOn) => change({ whole: isOn ? '1' : '', type: '' })} />}
            <Button kind="primary" disabled={shown.length === 0} onClick={() => print()}>
              {t.print}
            </Button>
            <Text kind="small" isSoft as="span">
              {t.labelsCount(shown.length)}
            </Text>
          </Cluster>
        </Stack>
      </div>
      {shown.length === 0 && <EmptyState icon="scan" title={t.labelsCount(0)} />}
      <div className={styles.sheet}>
        {shown.map((asset) => (
          <Label key={asset.id} asset={asset} site={plant.site.name} />
        ))}
      </div>
    </Stack>
  );
}

function Label({ asset: { name, code }, site }: { asset: Asset; site: string }) {
  return (
    <div className={styles.label}>
      <QrCode code={code} label={code} className={styles.square} />
      <div className={styles.words}>
        <div className={styles.name}>{name}</div>
        <div className={styles.code}>{code}</div>
        <div>{site}</div>
      </div>
    </div>
  );
}
