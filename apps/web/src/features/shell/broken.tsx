import { Button, ErrorState, Screen } from '@heliograph/ui';
import { isChunkMissing, reloadOnce } from '../../platform/failure.tsx';
import { useMessages } from '../../platform/messages.ts';
import { shell } from './messages.ts';

/** In place of a screen that failed. What was recorded is not touched by it. */
export function Broken({ error }: { error: unknown }) {
  const words = useMessages(shell);
  const isMissing = isChunkMissing(error);
  if (isMissing && reloadOnce()) return null;
  return (
    <Screen>
      <ErrorState
        isPage
        title={isMissing ? words.partMissing : words.broken}
        safe={words.safe}
        action={
          <Button kind="primary" onClick={() => location.reload()}>
            {words.reload}
          </Button>
        }
      >
        {isMissing ? words.partMissingHelp : words.brokenHelp}
      </ErrorState>
    </Screen>
  );
}
