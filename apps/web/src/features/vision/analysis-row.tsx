'use client';

import type { PhotoHash } from '@heliograph/domain';
import type { AnalysisSummary } from '@heliograph/domain/vision';
import type { QueuedAnalysis } from '@heliograph/offline';
import { Cluster, ListRow, StateMark } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useLocalized, useMessages } from '../../platform/messages.ts';
import { usePhotoUrl } from '../execution/photos/use-photo-url.ts';
import styles from './analysis-row.module.css';
import { AnalysisMark } from './analysis-state.tsx';
import { visionMessages } from './messages.ts';
import { phoneVisionMessages } from './phone-messages.ts';

const pathOf = (id: string, back: string): string => `/app/analyses/${id}?${new URLSearchParams({ back })}`;

/** An analysis in one line: its photo, the gravest thing in it, where it stands. */
export function AnalysisRow({ analysis, back }: { analysis: AnalysisSummary; back: string }) {
  const t = useMessages(visionMessages);
  const say = useLocalized();
  const format = useFormat();
  const { id, defect, band, asset, askedAt } = analysis;
  return (
    <ListRow
      href={pathOf(id, back)}
      leading={<Small sha={analysis.photo} />}
      title={defect === null ? (band === 'unsure' ? t.band_unsure : t.title) : say(defect.label)}
      detail={
        <Cluster gap={3}>
          <AnalysisMark analysis={analysis} />
          {[asset?.name, format.shortDay(askedAt)].filter(Boolean).join(' · ')}
        </Cluster>
      }
    />
  );
}

/** One that waits on this phone. */
export function QueuedRow({ queued: { id, sha, at, isAsked, problem }, back }: { queued: QueuedAnalysis; back: string }) {
  const t = useMessages(phoneVisionMessages);
  const words = useMessages(visionMessages);
  const format = useFormat();
  const [mark, label] =
    problem !== null ? (['attention', t.refused] as const) : isAsked ? (['sending', words.state_queued] as const) : (['here', t.queued] as const);
  return (
    <ListRow
      href={pathOf(id, back)}
      leading={<Small sha={sha} />}
      title={words.title}
      detail={
        <Cluster gap={3}>
          <StateMark mark={mark} label={label} size="small" />
          {format.shortDay(at)}
        </Cluster>
      }
    />
  );
}

function Small({ sha }: { sha: PhotoHash }) {
  const src = usePhotoUrl(sha, { isSmall: true });
  const [missing, setMissing] = useState<string | null>(null);
  if (src === undefined || src === missing) return <span className={styles.picture} />;
  return <img className={styles.picture} src={src} alt="" loading="lazy" onError={() => setMissing(src)} />;
}
