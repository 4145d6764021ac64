'use client';

import {
  type AssetId,
  assetTree,
  lackingCertifications,
  type PersonCertification,
  procedureHashSchema,
  readProcedure,
  siteIdSchema,
  type UserId,
} from '@heliograph/domain';
import { CheckButtons } from '@heliograph/ui';
import { skipToken } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useLackingWords } from '../../procedure/lacking-words.ts';
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
  readonly draft: Pick<WorkDraft, 'procedure' | 'site' | 'day' | 'people'>;
  /** Who is on it now, or is to be: whoever is offered no work otherwise can still be taken off. */
  readonly already?: readonly { readonly id: UserId; readonly name: string }[];
  readonly error: string | undefined;
  onChange(people: UserId[]): void;
}

/** Who does it. Those who have the site on their phones come first; who would stand before a closed hold point is told of here, not in the field. */
export function PeopleChoice({ id, draft, already = [], error, onChange }: PeopleChoiceProps) {
  const t = useMessages(workMessages);
  const site = siteIdSchema.safeParse(draft.site).data;
  const opened = trpc.site.get.useQuery({ id: site ?? NOWHERE }, { enabled: site !== undefined });
  const lacks = useLacks(draft);
  const everybody = useColleagues().data ?? [];
  const onSite = new Set(opened.data?.people.map((person) => person.id));
  const fieldFirst = everybody.filter(({ role }) => role !== 'admin').toSorted((a, b) => Number(onSite.has(b.id)) - Number(onSite.has(a.id)));
  const gone = already.filter((person) => !fieldFirst.some(({ id: known }) => known === person.id));
  const place = ({ id: person, role }: (typeof everybody)[number]) =>
    opened.data === undefined ? null : onSite.has(person) ? t.onSite : role === 'technician' ? t.notOnSite : null;
  return (
    <CheckButtons
      id={id}
      label={t.people}
      hint={t.whoHint}
      error={error}
      values={draft.people}
      onChange={onChange}
      options={[
        ...gone.map(({ id: value, name }) => ({ value, label: name })),
        ...fieldFirst.map((person) => ({
          value: person.id,
          label: person.name,
          detail: [place(person), lacks(person.certifications)].filter((words) => words !== null).join(' · ') || undefined,
        })),
      ]}
    />
  );
}

/** In words, what somebody lacks for the chosen procedure on the chosen day; null: nothing, or nothing is chosen yet. */
function useLacks({ procedure, day }: Pick<WorkDraft, 'procedure' | 'day'>): (held: readonly PersonCertification[]) => string | null {
  const t = useMessages(workMessages);
  const say = useLackingWords();
  const hash = procedureHashSchema.safeParse(procedure).data;
  const { data } = trpc.procedure.get.useQuery(hash === undefined ? skipToken : { hash });
  const content = readProcedure(data?.content);
  return (held) => {
    const lacking = content === null ? [] : lackingCertifications(content.requiredCertifications, held, day);
    return lacking.length === 0 ? null : t.lacks(say(lacking));
  };
}
