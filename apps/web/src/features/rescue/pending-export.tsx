'use client';

import { openOutbox, openSentinel } from '@heliograph/offline';
import { Button, Notice, Stack, Text } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { readIdentity } from '../../platform/identity.ts';
import { useMessages } from '../../platform/messages.ts';
import { rescue } from './messages.ts';
import { saveRescue } from './save-rescue.ts';

/** The memory does not open for the app: what is known to wait in it, and a try to carry that out in a file, as far as it can be read. */
export function PendingExport() {
  const t = useMessages(rescue);
  const [identity] = useState(readIdentity);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [state, setState] = useState<'saving' | 'saved' | 'nothing' | 'failed' | null>(null);
  useEffect(() => {
    if (identity === null) return;
    const read = openSentinel({ org: identity.org.id, user: identity.user.id }).read();
    void read.then(
      (left) => left !== null && left.highest - left.acked + left.photos > 0 && setWaiting(t.waiting(left.highest - left.acked, left.photos)),
    );
  }, [identity, t]);
  if (identity === null) return null;
  const save = async () => {
    setState('saving');
    const outbox = openOutbox({ org: identity.org.id, user: identity.user.id });
    try {
      const { operations, photos } = await saveRescue({ outbox, identity });
      setState(operations + photos === 0 ? 'nothing' : 'saved');
    } catch {
      setState('failed');
    } finally {
      outbox.close();
    }
  };
  const said = { saving: null, saved: t.exported, nothing: t.exportedNothing, failed: t.exportFailed };
  return (
    <Stack gap={3}>
      {waiting !== null && <Text>{waiting}</Text>}
      <Button kind="action" icon="download" isWide isBusy={state === 'saving'} onClick={() => void save()}>
        {t.export}
      </Button>
      {state !== null && said[state] !== null && (
        <Notice tone={state === 'failed' ? 'watch' : 'conform'} isLive>
          {said[state]}
        </Notice>
      )}
    </Stack>
  );
}
