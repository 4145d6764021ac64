'use client';

import { Button, Cluster, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { todayMessages } from './messages.ts';

/** Unsent work that was here and is gone is said by its count, until somebody has read it. */
export function LossNotice() {
  const t = useMessages(todayMessages);
  const { found, lossSeen } = useField();
  const [isSeen, setSeen] = useState(false);
  if (found.kind !== 'lost' || isSeen) return null;
  const seen = () => void lossSeen().then(() => setSeen(true));
  const actions = (
    <Cluster gap={2}>
      <Button onClick={seen}>{t.lostSeen}</Button>
      <Button kind="quiet" href="/app/sync">
        {t.lostFile}
      </Button>
    </Cluster>
  );
  return (
    <Notice tone="stop" title={t.lostTitle} isLive action={actions}>
      {t.lostText(found.operations, found.photos)}
    </Notice>
  );
}
