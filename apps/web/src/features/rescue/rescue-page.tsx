import { StorageError } from '@heliograph/offline';
import { Button, ErrorState, Screen } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { rescue } from './messages.ts';
import { PendingExport } from './pending-export.tsx';

/** The phone's memory cannot be opened (H6, H7): what is safe, and what a person can do. */
export function RescuePage({ error }: { error: unknown }) {
  const words = useMessages(rescue);
  const problem = error instanceof StorageError ? error.problem : null;
  const said: Readonly<Record<string, readonly [title: string, help: string]>> = {
    forbidden: [words.forbiddenTitle, words.forbidden],
    quota: [words.fullTitle, words.full],
    hung: [words.hungTitle, words.hung],
  };
  const [title, help] = said[problem ?? ''] ?? [words.title, words.help];
  useTitle(title);
  return (
    <Screen>
      <ErrorState
        isPage
        title={title}
        safe={words.safe}
        action={
          <Button kind="primary" isWide onClick={() => location.reload()}>
            {words.retry}
          </Button>
        }
      >
        {help}
      </ErrorState>
      {/* What may not be opened may not be read into a file either. */}
      {problem !== 'forbidden' && <PendingExport />}
    </Screen>
  );
}
