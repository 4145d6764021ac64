'use client';

import type { AnalysisId, AnalysisView } from '@heliograph/domain/vision';
import type { QueuedAnalysis } from '@heliograph/offline';
import { Button, EmptyState, Screen, Skeleton, Stack } from '@heliograph/ui';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { usePhotoUrl } from '../execution/photos/use-photo-url.ts';
import { FieldTop } from '../field/field-top.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { AnalysedPhoto } from './analysed-photo.tsx';
import { AnalysisResult } from './analysis-result.tsx';
import { visionMessages } from './messages.ts';
import { phoneVisionMessages } from './phone-messages.ts';
import { QueuedNotice, UnderWayNotice } from './standing-notices.tsx';
import { readId, useAnalysis } from './use-analyses.ts';

/** One analysis on a phone, from the wait for a network to what a person decided. */
export default function AnalysisPage({ id }: { id: string }) {
  const known = readId(id);
  return known === null ? <NotFound home="/app/analyses" /> : <Known id={known} />;
}

function Known({ id }: { id: AnalysisId }) {
  const t = useMessages(visionMessages);
  const { search } = usePlace();
  const back = new URLSearchParams(search).get('back');
  const analysis = useAnalysis(id);
  useTitle(t.title);
  return (
    // Only to a screen of this shell.
    <Screen top={<FieldTop title={t.title} back={back?.startsWith('/app/') ? back : '/app/analyses'} />}>
      {analysis === undefined ? <Skeleton label={t.state_queued} lines={8} /> : <Standing analysis={analysis} />}
    </Screen>
  );
}

function Standing({ analysis: { queued, view, unread, load } }: { analysis: NonNullable<ReturnType<typeof useAnalysis>> }) {
  const t = useMessages(phoneVisionMessages);
  const words = useMessages(visionMessages);
  const refusal = useRefusal();
  if (queued !== null && (!queued.isAsked || queued.problem !== null)) return <Waiting queued={queued} />;
  if (view !== null) return <Shown view={view} onAsked={load} />;
  if (queued !== null) return <Waiting queued={queued} />;
  if (unread === null) return <Skeleton label={words.state_queued} lines={8} />;
  return (
    <EmptyState
      icon="eye"
      title={t.unread}
      action={
        <Button kind="action" onClick={() => void load()}>
          {t.retry}
        </Button>
      }
    >
      {refusal(unread)}
    </EmptyState>
  );
}

function Waiting({ queued }: { queued: QueuedAnalysis }) {
  const src = usePhotoUrl(queued.sha, { isWhole: true });
  return (
    <Stack gap={4}>
      <AnalysedPhoto src={src} boxes={[]} current={null} onChoose={() => undefined} />
      <QueuedNotice queued={queued} />
    </Stack>
  );
}

function Shown({ view, onAsked }: { view: AnalysisView; onAsked(): Promise<void> }) {
  const src = usePhotoUrl(view.photo, { isWhole: true });
  if (view.proposal !== null || view.decision !== null || view.band === 'unsure') return <AnalysisResult view={view} src={src} onDecided={onAsked} />;
  return (
    <Stack gap={4}>
      <AnalysedPhoto src={src} boxes={[]} current={null} onChoose={() => undefined} />
      <UnderWayNotice view={view} onAsked={onAsked} />
    </Stack>
  );
}
