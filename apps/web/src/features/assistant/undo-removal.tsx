'use client';

import { conversationIdSchema } from '@heliograph/domain/assistant';
import { Toast } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { usePlace } from '../../platform/router.ts';
import { assistantMessages } from './messages.ts';
import { removeTalk } from './use-talks.ts';

/** What was just deleted, and the way back: the address says which. */
export function UndoRemoval({ onDone }: { onDone: () => void }) {
  const t = useMessages(assistantMessages);
  const { search } = usePlace();
  const removed = conversationIdSchema.safeParse(new URLSearchParams(search).get('removed')).data;
  const [ended, setEnded] = useState<string | null>(null);
  if (removed === undefined || ended === removed) return null;
  return (
    <Toast
      key={removed}
      message={t.removed}
      undoLabel={t.undo}
      onUndo={() => {
        setEnded(removed);
        void removeTalk(removed, true).then(onDone);
      }}
      onEnd={() => setEnded(removed)}
    />
  );
}
