'use client';

import { Button, Cluster, Icon, ListRow } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import type { Output } from '../../platform/rpc.ts';
import { accountMessages } from './messages.ts';

export type SessionItem = Output<'person.get'>['sessions'][number];

interface SessionRowProps {
  readonly session: SessionItem;
  /** Instead of the button: why this one is not ended here. */
  readonly mark?: ReactNode;
  readonly isBusy: boolean;
  /** Absent where the reader may not end it. */
  readonly onEnd?: (() => void) | undefined;
}

/** One place where somebody is signed in. */
export function SessionRow({ session, mark, isBusy, onEnd }: SessionRowProps) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const now = useNow();
  const name = session.label === '' ? t[session.kind] : session.label;
  const about = [t.lastSeen(format.ago(session.lastSeenAt, now)), t.opened(format.day(session.createdAt)), session.network];
  return (
    <ListRow
      leading={<Icon name={session.kind === 'phone' ? 'phone' : 'desk'} />}
      title={name}
      detail={about.filter(Boolean).join(' · ')}
      trailing={
        <Cluster gap={2}>
          {session.revokedAt !== null ? t.delivering : mark}
          {session.revokedAt === null && mark === undefined && onEnd !== undefined && (
            <Button kind="quiet" isBusy={isBusy} onClick={onEnd} aria-label={t.endNamed(name)}>
              {t.end}
            </Button>
          )}
        </Cluster>
      }
    />
  );
}
