'use client';

import { type AssetId, assetTree, siteIdSchema, type UserId } from '@heliograph/domain';
import { CheckButtons } from '@heliograph/ui';
import { useMemo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { AssetPicker } from '../plant/asset-picker.tsx';
import { useColleagues } from '../shared/every-page.ts';
import { workMessages } from './messages.ts';
import type { WorkDraft } from './work-draft.ts';

const NOWHERE = siteIdSchema.parse('00000000-0000-0000-0000-000000000000');

/** Which equipment of the chosen site, or the whole of it. */
export function PlaceChoice({ draft, onChange }: { draft: WorkDraft; onChange: (asset: AssetId | null) => void }) {
  const t = useMessages(workMessages);
  const site = siteIdSchema.safeParse(draft.site).data;
  const { data } = trpc.site.tree.useQuery({ id: site ?? NOWHERE }, { enabled: site !== undefined });
  const plant = useMemo(() => (data === undefined ? null : { assets: data.assets, tree: assetTree(data.assets) }), [data]);
  if (site === undefined || plant === null) return null;
  return <AssetPicker label={t.asset} plant={plant} value={draft.asset} noneLabel={t.noAsset} onChange={onChange} />;
}

interface PeopleChoiceProps {
  readonly id: string;
  readonly draft: WorkDraft;
  readonly error: string | undefined;
  onChange(people: UserId[]): void;
}

/** Who does it. Those who have the site on their phones come first. */
export function PeopleChoice({ id, draft, error, onChange }: PeopleChoiceProps) {
  const t = useMessages(workMessages);
  const site = siteIdSchema.safeParse(draft.site).data;
  const opened = trpc.site.get.useQuery({ id: site ?? NOWHERE }, { enabled: site !== undefined });
  const everybody = useColleagues().data ?? [];
  const onSite = new Set(opened.data?.people.map((person) => person.id));
  const fieldFirst = everybody.filter(({ role }) => role !== 'admin').toSorted((a, b) => Number(onSite.has(b.id)) - Number(onSite.has(a.id)));
  return (
    <CheckButtons
      id={id}
      label={t.people}
      hint={t.whoHint}
      error={error}
      values={draft.people}
      onChange={onChange}
      options={fieldFirst.map((person) => ({
        value: person.id,
        label: person.name,
        detail: opened.data === undefined ? undefined : onSite.has(person.id) ? t.onSite : person.role === 'technician' ? t.notOnSite : undefined,
      }))}
    />
  );
}
