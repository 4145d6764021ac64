'use client';

import { Button, ErrorState } from '@heliograph/ui';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { refusalIn } from './refusal.ts';
import { useOfficeRefusal } from './use-office-refusal.ts';

/** What could not be read, why, and another try. */
export function Unread({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const t = useMessages(common);
  const say = useOfficeRefusal();
  return (
    <ErrorState
      title={title}
      action={
        <Button kind="action" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    >
      {say(refusalIn(error))}
    </ErrorState>
  );
}
