'use client';

import { type AnalysisId, analysisIdSchema, isUnderWay } from '@heliograph/domain/vision';
import { Button, Cluster, EmptyState, Stack, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { type Liveness, refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Read } from '../shared/page-state.tsx';
import { AnalysisDesk } from './analysis-desk.tsx';
import { officeVisionMessages } from './messages.ts';

/** While a model is being asked nobody pokes for each of its moods: the page looks itself, ms. */
const WATCH_MS = 3000;

/** One photo analysis, to be decided. */
export default function AnalysisPage({ id }: { id: string }) {
  const live = useLive();
  const known = analysisIdSchema.safeParse(id).data;
  return <OfficeFrame liveness={live}>{known === undefined ? <NotFound /> : <Opened id={known} live={live} />}</OfficeFrame>;
}

function NotFound() {
  const t = useMessages(officeVisionMessages);
  return <EmptyState title={t.notFound} action={<Button href="/office/analyses">{t.back}</Button>} />;
}

function Opened({ id, live }: { id: AnalysisId; live: Liveness }) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const query = trpc.vision.get.useQuery(
    { id },
    { refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data.state) ? WATCH_MS : refetchEvery(live)) },
  );
  useTitle(words.title);
  return (
    <Read query={query} words={t} lines={10} missing={<NotFound />}>
      {(analysis) => <Analysis analysis={analysis} />}
    </Read>
  );
}

function Analysis({ analysis }: { analysis: Output<'vision.get'> }) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const format = useFormat();
  const { id, execution, asset, site, author, askedAt, state } = analysis;
  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <Cluster gap={3}>
          <Button kind="quiet" icon="arrow-left" href="/office/analyses">
            {t.back}
          </Button>
          {execution !== null && (
            <Button kind="quiet" icon="clipboard" href={pathTo('/office/executions/:id', { id: execution })}>
              {t.execution}
            </Button>
          )}
          {state === 'decided' && <Next />}
        </Cluster>
        <Title level={1} eyebrow={[site?.name, asset?.name, `${author.name}, ${format.moment(askedAt)}`].filter(Boolean).join(' · ')}>
          {words.title}
        </Title>
      </Stack>
      <AnalysisDesk key={id} analysis={analysis} isWide />
    </Stack>
  );
}

/** Decided: the one that has waited longest comes next. */
function Next() {
  const t = useMessages(officeVisionMessages);
  const { data } = trpc.vision.list.useQuery({ limit: 1, states: ['proposed'] });
  const next = data?.items[0];
  if (next === undefined) return null;
  return (
    <Button kind="action" trailingIcon="arrow-right" href={pathTo('/office/analyses/:id', { id: next.id })}>
      {t.next}
    </Button>
  );
}
