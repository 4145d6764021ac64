'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { needsPerson } from '@heliograph/sync/phone';
import { EmptyState, Screen, Section, Skeleton, Stack, Text } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { AsideRow } from './aside-row.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { ConflictsIn } from './conflicts-in.tsx';
import { DamagedPhotos } from './damaged-photos.tsx';
import { Held } from './held.tsx';
import { attentionMessages } from './messages.ts';
import { useConflictTally } from './use-conflict-tally.ts';
import { useDifferingRuns } from './use-differing-runs.ts';

/** Everything that waits for a decision: values that differ, records that the office refused, photos gone bad; below, what only waits. */
export default function AttentionPage() {
  const t = useMessages(attentionMessages);
  const asides = useLocalView((view) => view.asides);
  const runs = useDifferingRuns();
  const photos = useLocalView((view) => view.photos);
  useTitle(t.title);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/sync" />}>
      {asides === undefined || photos === undefined || runs === undefined ? (
        <Skeleton label={t.reading} lines={6} />
      ) : (
        <Stack gap={6}>
          <Decisions
            executions={runs}
            isAlone={!asides.some((one) => needsPerson(one) || one.state === 'held') && !photos.some(({ state }) => state === 'damaged')}
          />
          <Rejected />
          <DamagedPhotos />
          <Held />
        </Stack>
      )}
    </Screen>
  );
}

/** Values that differ, run by run. */
function Decisions({ executions, isAlone }: { executions: readonly ExecutionSummary[]; isAlone: boolean }) {
  const t = useMessages(attentionMessages);
  const { total, read, onCount } = useConflictTally(executions);
  const found = executions.map(({ x }) => (
    <ConflictsIn key={x} x={x} onCount={onCount}>
      {(execution, places) => places.map((place) => <ConflictCard key={place.address} execution={execution} place={place} />)}
    </ConflictsIn>
  ));
  if (total > 0)
    return (
      <Section title={t.conflicts} aside={total}>
        <Text isSoft>{t.conflictsText}</Text>
        {found}
      </Section>
    );
  return (
    <>
      {found}
      {isAlone && read === executions.length && (
        <EmptyState icon="check" title={t.nothing}>
          {t.nothingText}
        </EmptyState>
      )}
    </>
  );
}

function Rejected() {
  const t = useMessages(attentionMessages);
  const rejected = useLocalView((view) => view.asides)?.filter(needsPerson) ?? [];
  if (rejected.length === 0) return null;
  return (
    <Section title={t.rejected} aside={rejected.length}>
      <Text isSoft>{t.rejectedText}</Text>
      {rejected.map((record) => (
        <AsideRow key={record.operation.id} record={record} />
      ))}
    </Section>
  );
}
