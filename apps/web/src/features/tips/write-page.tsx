'use client';

import type { TipLinks } from '@heliograph/domain';
import { EmptyState, Screen, Skeleton } from '@heliograph/ui';
import { useMemo } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { tipMessages } from './messages.ts';
import { draftOf, emptyDraft } from './tip-draft.ts';
import { TipForm } from './tip-form.tsx';
import { useTips } from './use-tips.ts';

/** A tip being written: a new one, for the step it was begun from, or one's own again. */
export default function WritePage({ id }: { id?: string }) {
  return id === undefined ? <NewTip /> : <OwnTip id={id} />;
}

function NewTip() {
  const t = useMessages(tipMessages);
  const { search } = usePlace();
  const asked = new URLSearchParams(search);
  const [procedure, step, back] = [asked.get('procedure'), asked.get('step'), asked.get('back')];
  useTitle(t.newTitle);
  const initial = useMemo(() => emptyDraft(linksFrom(procedure, step)), [procedure, step]);
  // Only to a screen of this shell.
  const home = back?.startsWith('/app/') ? back : '/app/tips?mine';
  return <TipForm title={t.newTitle} name={`~tip/${procedure ?? ''}/${step ?? ''}`} initial={initial} back={home} />;
}

const linksFrom = (procedure: string | null, step: string | null): TipLinks => ({
  ...(procedure === null || step !== null ? {} : { procedures: [procedure] }),
  ...(procedure === null || step === null ? {} : { steps: [{ procedure, step }] }),
});

function OwnTip({ id }: { id: string }) {
  const t = useMessages(tipMessages);
  const spoken = useLanguage();
  const { user } = useField().identity;
  const tips = useTips();
  const tip = tips?.find((one) => one.id === id && one.author === user.id);
  useTitle(t.editTitle);
  // What is on screen stays when the office's row arrives meanwhile.
  const initial = useMemo(() => (tip === undefined ? null : draftOf(tip, spoken)), [tip?.id]);
  if (initial !== null) return <TipForm title={t.editTitle} name={`~tip/own/${id}`} initial={initial} back="/app/tips?mine" />;
  return (
    <Screen top={<FieldTop title={t.editTitle} back="/app/tips?mine" />}>
      {tips === undefined ? <Skeleton label={t.reading} lines={6} /> : <EmptyState icon="info" title={t.none} />}
    </Screen>
  );
}
