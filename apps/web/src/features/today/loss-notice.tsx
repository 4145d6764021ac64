'use client';

import { Button, Notice } from '@heliograph/ui';
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
  return (
    <Notice tone="stop" title={t.lostTitle} isLive action={<Button onClick={seen}>{t.lostSeen}</Button>}>
      {t.lostText(found.operations, found.photos)}
    </Notice>
  );
}
