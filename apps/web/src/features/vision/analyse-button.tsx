'use client';

import type { PhotoEvidence } from '@heliograph/domain';
import type { AskedAnalysis } from '@heliograph/domain/vision';
import { Button, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { executionMessages } from '../execution/messages.ts';
import { whyNotRecorded } from '../execution/why-not-recorded.ts';
import { askForAnalysis } from './phone-analyses.ts';
import { phoneVisionMessages } from './phone-messages.ts';
import { useAnalysisOf } from './use-analysis-of.ts';

interface AnalyseButtonProps {
  readonly photo: PhotoEvidence['p'];
  /** What is in hand. */
  readonly about: Pick<AskedAnalysis, 'execution' | 'step' | 'asset' | 'site'>;
  /** Where one comes back to. */
  readonly back: string;
}

/** Asks for an analysis of a photo that was taken, or opens the one there is. Offline too: it waits its turn. */
export default function AnalyseButton({ photo: { sha, size }, about, back }: AnalyseButtonProps) {
  const t = useMessages(phoneVisionMessages);
  const words = useMessages(executionMessages);
  const { org, user } = useField().identity;
  const known = useAnalysisOf(sha);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = (id: string) => navigate(`/app/analyses/${id}?${new URLSearchParams({ back })}`);
  const ask = async () => {
    setBusy(true);
    try {
      open(await askForAnalysis({ org: org.id, user: user.id }, { photo: { sha, size }, ...about }));
    } catch (error) {
      setProblem(words[await whyNotRecorded(error)]);
      setBusy(false);
    }
  };
  return (
    <>
      {known === null ? (
        <Button kind="action" icon="eye" isBusy={isBusy} onClick={() => void ask()}>
          {t.analyse}
        </Button>
      ) : (
        <Button kind="action" icon="eye" disabled={known === undefined} onClick={() => known !== undefined && open(known)}>
          {t.see}
        </Button>
      )}
      {problem !== null && (
        <Notice tone="stop" isLive>
          {problem}
        </Notice>
      )}
    </>
  );
}
