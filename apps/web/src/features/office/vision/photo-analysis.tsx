'use client';

import { type AnalysisSummary, analysisIdSchema } from '@heliograph/domain/vision';
import { Button, Notice, Stack } from '@heliograph/ui';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { EvidencePhoto } from '../executions/evidence-photo.tsx';
import type { OpenedPhoto } from '../executions/types.ts';
import { Read } from '../shared/page-state.tsx';
import { AnalysisDesk } from './analysis-desk.tsx';
import { officeVisionMessages } from './messages.ts';

type Run = Output<'execution.get'>['execution'];

/** Analyses of an execution's photos, the newest of each photo; empty while they are read. */
export function useExecutionAnalyses(execution: Run['id']): ReadonlyMap<string, AnalysisSummary> {
  const { data } = trpc.vision.list.useQuery({ executionId: execution, limit: 100 });
  // Newest first: of one photo the last that is set stays.
  return new Map(data?.items.toReversed().map((one) => [one.photo, one]));
}

interface PhotoAnalysisProps {
  readonly photo: OpenedPhoto;
  readonly run: Run;
  readonly analysis: AnalysisSummary | undefined;
}

/** A photo of the work with what a model proposes about it, decided right here; or the way to ask for it. */
export function PhotoAnalysis({ photo, run, analysis }: PhotoAnalysisProps) {
  if (analysis !== undefined) return <InPlace id={analysis.id} />;
  return (
    <Stack gap={4}>
      <EvidencePhoto photo={photo} />
      {photo.file.state === 'stored' && <Ask photo={photo} run={run} />}
    </Stack>
  );
}

function InPlace({ id }: { id: AnalysisSummary['id'] }) {
  const t = useMessages(officeVisionMessages);
  const query = trpc.vision.get.useQuery({ id });
  return (
    <Read query={query} words={t} lines={6}>
      {(analysis) => (
        <Stack gap={4}>
          <AnalysisDesk analysis={analysis} />
          <Button kind="quiet" icon="eye" href={pathTo('/office/analyses/:id', { id })}>
            {t.open}
          </Button>
        </Stack>
      )}
    </Read>
  );
}

function Ask({ photo: { sha, size, address }, run }: Pick<PhotoAnalysisProps, 'photo' | 'run'>) {
  const t = useMessages(officeVisionMessages);
  const refusal = useRefusal();
  const language = useLanguage();
  const utils = trpc.useUtils();
  const { go, isBusy, refused } = useDoor('vision.analyze');
  const ask = async () => {
    const about = {
      execution: run.id,
      site: run.site.id,
      ...(address === null ? {} : { step: address }),
      ...(run.asset === null ? {} : { asset: run.asset.id }),
    };
    await go({ id: analysisIdSchema.parse(crypto.randomUUID()), photo: { sha, size }, language, ...about });
    await utils.invalidate();
  };
  return (
    <Stack gap={3}>
      <span>
        <Button kind="action" icon="eye" isBusy={isBusy} onClick={() => void ask()}>
          {t.analyse}
        </Button>
      </span>
      {refused !== null && (
        <Notice tone="watch" isLive>
          {refusal(refused)}
        </Notice>
      )}
    </Stack>
  );
}
