'use client';

import { type Asset, assetByLabel, fittingAssets, isOfType, labelCode, type ProcedureContent } from '@heliograph/domain';
import { Button, Icon, List, ListRow, Notice, Section, SelectField, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useIntoSight } from '../../platform/into-sight.ts';
import { useMessages } from '../../platform/messages.ts';
import { AssetRows, AssetSearch } from '../assets/asset-search.tsx';
import type { Plant } from '../assets/use-plant.ts';
import { Scanner } from '../scan/scanner.tsx';
import { ChosenAsset } from './chosen-asset.tsx';
import { startMessages } from './messages.ts';
import type { Target } from './start-entries.ts';
import type { StartForm } from './use-start.ts';

interface PlaceChoiceProps {
  readonly form: StartForm;
  readonly content: ProcedureContent;
  readonly plant: Plant;
}

const fits = ({ equipmentTypes }: ProcedureContent, { type }: Asset): boolean => equipmentTypes.some((wanted) => isOfType(type, wanted));
/** Enough for a thumb; the rest is found by a fragment of its name. */
const OFFERED = 6;

/** The site and the equipment: chosen, found or scanned. */
export function PlaceChoice({ form, content, plant }: PlaceChoiceProps) {
  const t = useMessages(startMessages);
  const [said, setSaid] = useState<string | null>(null);
  const asset = form.target?.kind === 'asset' ? plant.tree.byId.get(form.target.id) : undefined;
  const take = (scanned: string) => {
    const found = assetByLabel(plant.assets, scanned);
    if (found === null) return setSaid(t.unknownCode(labelCode(scanned)));
    const isElsewhere = form.site !== null && found.site !== form.site;
    setSaid(isElsewhere ? t.otherSite(found.name, plant.site(found.site)?.name ?? '') : null);
    form.chooseTarget({ kind: 'asset', id: found.id }, found.site);
  };
  const isAsked = form.problem === 'site' || form.problem === 'asset';
  const place = useIntoSight(`${isAsked ? form.tries : ''} ${targetKey(form.target)}`);
  return (
    <div ref={place}>
      <Section title={t.where}>
        <Stack gap={4}>
          {plant.sites.length > 1 && form.target?.kind !== 'asset' && <SiteChoice form={form} plant={plant} />}
          {said !== null && (
            <Notice tone="watch" isLive>
              {said}
            </Notice>
          )}
          {form.target === null ? (
            <TargetChoice form={form} content={content} plant={plant} onScanned={take} />
          ) : (
            <ChosenAsset
              name={asset?.name ?? t.wholeSite}
              where={asset === undefined ? t.wholeSiteText : plant.whereOf(asset)}
              warning={asset === undefined || fits(content, asset) ? null : t.mismatch(asset.name)}
              onChange={() => form.chooseTarget(null)}
            />
          )}
        </Stack>
      </Section>
    </div>
  );
}

const targetKey = (target: Target): string => (target?.kind === 'asset' ? target.id : (target?.kind ?? ''));

function SiteChoice({ form, plant }: Omit<PlaceChoiceProps, 'content'>) {
  const t = useMessages(startMessages);
  const options = plant.sites.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <SelectField
      label={t.site}
      isLabelHidden
      error={form.problem === 'site' ? t.chooseSite : undefined}
      options={form.site === null ? [{ value: '', label: t.chooseSite }, ...options] : options}
      value={form.site ?? ''}
      onChange={(chosen) => {
        const site = plant.sites.find(({ id }) => id === chosen);
        if (site !== undefined) form.chooseSite(site.id);
      }}
    />
  );
}

function TargetChoice({ form, content, plant, onScanned }: PlaceChoiceProps & { onScanned(code: string): void }) {
  const t = useMessages(startMessages);
  const [isScanning, setScanning] = useState(false);
  const here = plant.assets.filter(({ site }) => form.site === null || site === form.site);
  const fitting = fittingAssets(here, content.equipmentTypes);
  const ordered = [...fitting, ...here.filter((asset) => !fits(content, asset))];
  const pick = (asset: Asset) => form.chooseTarget({ kind: 'asset', id: asset.id }, asset.site);
  return (
    <Stack gap={4}>
      {form.problem === 'asset' && (
        <Notice tone="watch" isLive>
          {t.chooseAsset}
        </Notice>
      )}
      <Button icon="scan" isWide onClick={() => setScanning(true)}>
        {t.scan}
      </Button>
      {here.length > 0 && (
        <AssetSearch
          plant={plant}
          assets={ordered}
          onPick={pick}
          idle={<AssetRows plant={plant} assets={fitting.slice(0, OFFERED)} onPick={pick} />}
        />
      )}
      {form.site !== null && (
        <List>
          <ListRow
            leading={<Icon name="site" />}
            title={t.wholeSite}
            detail={t.wholeSiteText}
            onClick={() => form.chooseTarget({ kind: 'whole_site' })}
          />
        </List>
      )}
      {isScanning && (
        <Scanner
          onCode={(code) => {
            setScanning(false);
            onScanned(code);
          }}
          onClose={() => setScanning(false)}
        />
      )}
    </Stack>
  );
}
