'use client';

import { Badge, Button, List, Notice, Skeleton, Stack, Text } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { common } from '../../platform/messages/common.ts';
import { useMessages } from '../../platform/messages.ts';
import { type Output, query } from '../../platform/rpc.ts';
import { useDoor } from '../../platform/use-door.ts';
import { Part } from '../people/part.tsx';
import { accountMessages } from './messages.ts';
import { SessionRow } from './session-row.tsx';

type Sessions = Output<'auth.sessions'>['items'];

/** Where I am signed in. */
export function OwnSessions() {
  const t = useMessages(accountMessages);
  const { sessions, read } = useOwnSessions();
  const end = useDoor('auth.endSession');
  const endOthers = useDoor('auth.endOtherSessions');
  const [said, say] = useState('');
  const others = Array.isArray(sessions) ? sessions.filter(({ isCurrent, revokedAt }) => !isCurrent && revokedAt === null) : [];
  const finish = (answer: { readonly ended: number } | null) => {
    if (answer !== null) say(t.ended(answer.ended));
    void read();
  };
  return (
    <Part title={t.sessions}>
      <Stack gap={3}>
        <Text kind="small" isSoft>
          {t.sessionsHint}
        </Text>
        {sessions === 'asking' && <Skeleton label={t.sessions} lines={2} />}
        {sessions === 'failed' && <Failed onRetry={() => void read()} />}
        {Array.isArray(sessions) && (
          <List label={t.sessions}>
            {sessions.map((session) => (
              <SessionRow
                key={session.handle}
                session={session}
                mark={session.isCurrent ? <Badge tone="signal">{t.thisOne}</Badge> : undefined}
                isBusy={end.isBusy || endOthers.isBusy}
                onEnd={() => void end.go({ handle: session.handle }).then(finish)}
              />
            ))}
          </List>
        )}
        {others.length > 1 && (
          <Button kind="action" isBusy={endOthers.isBusy} onClick={() => void endOthers.go(undefined).then(finish)}>
            {t.endAll}
          </Button>
        )}
        <span role="status">{said}</span>
      </Stack>
    </Part>
  );
}

function Failed({ onRetry }: { onRetry(): void }) {
  const t = useMessages(accountMessages);
  const words = useMessages(common);
  return (
    <Notice
      tone="watch"
      title={t.failed}
      action={
        <Button kind="quiet" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    />
  );
}

function useOwnSessions() {
  const [sessions, set] = useState<Sessions | 'asking' | 'failed'>('asking');
  const read = () =>
    query('auth.sessions').then(
      ({ items }) => set(items),
      () => set('failed'),
    );
  useEffect(() => void read(), []);
  return { sessions, read };
}
