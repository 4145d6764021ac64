'use client';

import type { PhotoHash } from '@heliograph/domain';
import { useEffect, useState } from 'react';
import { usePhoneAnalyses, useQueuedAnalyses, viewOf } from './use-analyses.ts';

/** Id of the analysis of a photo that this phone asked for or has seen; null where there is none, undefined until the disk has answered. */
export function useAnalysisOf(sha: PhotoHash): string | null | undefined {
  const analyses = usePhoneAnalyses();
  const queued = useQueuedAnalyses();
  const [seen, setSeen] = useState<string | null>();
  useEffect(() => {
    void analyses
      .recents()
      .catch(() => [])
      .then((kept) => setSeen(kept.find(({ value }) => viewOf(value).photo === sha)?.id ?? null));
  }, [analyses, sha]);
  return queued?.find((one) => one.sha === sha)?.id ?? seen;
}
