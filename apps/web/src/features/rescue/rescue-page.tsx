import { StorageError } from '@heliograph/offline';
import { Button, ErrorState, Screen } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { rescue } from './messages.ts';
import { PendingExport } from './pending-export.tsx';

/** The phone's memory cannot be opened (H6, H7): what is safe, and what a person can do. */
export function RescuePage({ error }: { error: unknown }) {
  const words = useMessages(rescue);
  useTitle(words.title);
  const problem = error instanceof StorageError ? error.problem : null;
  const isForbidden = problem !== null && error instanceof Error && error.cause instanceof DOMException && error.cause.name === 'SecurityError';
  return (
    <Screen>
      <ErrorState
        isPage
        title={words.title}
        safe={words.safe}
        code={problem ?? undefined}
        action={
          <Button kind="primary" onClick={() => location.reload()}>
            {words.retry}
          </Button>
        }
      >
        {isForbidden ? words.forbidden : problem === 'quota' ? words.full : words.help}
      </ErrorState>
      <PendingExport />
    </Screen>
  );
}
