'use client';

import { Button, ErrorState, Skeleton, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { AskingForm } from './asking-form.tsx';
import { assistantMessages } from './messages.ts';
import { useAsking } from './use-asking.ts';

/** The person's own ways of asking, read from the server where they are kept: they hold on every device. */
export function OwnAsking({ isWide = true, onDone }: { isWide?: boolean; onDone: () => void }) {
  const t = useMessages(assistantMessages);
  const { asking, isUnreached, prefer, retry } = useAsking();
  if (asking !== null)
    return (
      <Stack gap={5}>
        <Text isSoft>{t.ownSettingsText}</Text>
        <AskingForm {...{ asking, isWide, prefer, onDone }} />
      </Stack>
    );
  if (!isUnreached) return <Skeleton label={t.readingSettings} lines={6} />;
  return (
    <ErrorState
      title={t.unreadSettings}
      action={
        <Button kind="action" icon="rotate" onClick={retry}>
          {t.retry}
        </Button>
      }
    >
      {t.unreachedText}
    </ErrorState>
  );
}
