import { Button, EmptyState, Screen, TopBar } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { shell } from './messages.ts';

/** An address inside a shell that is no screen. @param home where it begins */
export function NotFound({ home }: { home: string }) {
  const words = useMessages(shell);
  useTitle(words.notFound);
  return (
    <Screen top={<TopBar title={words.notFound} />}>
      <EmptyState
        icon="help"
        title={words.notFoundHelp}
        action={
          <Button kind="primary" href={home}>
            {words.home}
          </Button>
        }
      />
    </Screen>
  );
}
