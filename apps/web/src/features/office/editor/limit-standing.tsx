'use client';

import { canonicalJson, readProcedure } from '@heliograph/domain';
import type { DraftStepOf } from '@heliograph/domain/procedure/draft';
import { StateMark } from '@heliograph/ui';
import { useMemo } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useColleagues } from '../shared/every-page.ts';
import { useEditing } from './editor-context.tsx';
import { draftIn } from './editor-store.ts';
import { editorMessages } from './messages.ts';

type Measurement = DraftStepOf<'measurement'>;

/** Whether somebody vouches for the limit, and who. A limit that was changed since is nobody's: it is confirmed anew once it is published. */
export function LimitStanding({ step }: { step: Measurement }) {
  const t = useMessages(editorMessages);
  const format = useFormat();
  const slug = useEditing((state) => draftIn(state).slug);
  const version = trpc.procedure.get.useQuery({ slug }, { retry: false }).data;
  const colleagues = useColleagues().data ?? [];
  const content = useMemo(() => readProcedure(version?.content), [version]);
  if (step.min === undefined && step.max === undefined && step.expected === undefined && step.limitsBy === undefined) return null;
  const published = content?.steps.find(({ id }) => id === step.id);
  const isSame = published?.kind === 'measurement' && limitsIn(published) === limitsIn(step);
  const confirmation = version?.confirmations.find((one) => one.step === step.id);
  if (!isSame || confirmation === undefined) return <StateMark mark="watch" label={t.limitUnconfirmed} size="small" />;
  const name = colleagues.find(({ id }) => id === confirmation.by)?.name ?? t.somebody;
  return <StateMark mark="conform" label={t.limitConfirmed(name, format.moment(confirmation.at))} size="small" />;
}

/** What a confirmation is about. */
const limitsIn = ({ unit, min, max, watch, expected, limitsBy, severityBands }: Measurement): string =>
  canonicalJson({ unit, min, max, watch, expected, limitsBy, severityBands });
