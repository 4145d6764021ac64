'use client';

import { Button, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import type { RpcError } from '../../platform/rpc.ts';
import styles from './assistant.module.css';
import { EditQuestion } from './edit-question.tsx';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';
import type { Way } from './talk-state.ts';

interface OnItsWayProps {
  readonly way: Way;
  readonly text: string;
  onRetry(): void;
  onEdit(text: string): void;
  onDiscard(): void;
  readonly onMove: (() => void) | null;
}

/** A question of which no answer was heard yet: being sent, waiting, or not taken, with why and what can be done. */
export function OnItsWay({ way, onDiscard, ...ways }: OnItsWayProps) {
  const t = useMessages(assistantMessages);
  if (way.kind === 'sending') return <p className={styles.writing}>{t.sending}</p>;
  if (way.kind === 'refused') return <NotTaken error={way.error} onDiscard={onDiscard} {...ways} />;
  return (
    <Notice
      isLive
      action={
        <Button kind="quiet" icon="trash" onClick={onDiscard}>
          {t.discard}
        </Button>
      }
    >
      {t.queued}
    </Notice>
  );
}

function NotTaken({ error, text, onRetry, onEdit, onDiscard, onMove }: Omit<OnItsWayProps, 'way'> & { error: RpcError }) {
  const t = useMessages(assistantMessages);
  const say = useRefusal();
  const { memory } = useShell();
  const [isEditing, setEditing] = useState(false);
  const { code } = error;
  const isOwnWord = code === 'TOO_LARGE' || code === 'NOT_FOUND' || code === 'NOT_ALLOWED' || code === 'INVALID';
  const isMoved = code === 'NOT_FOUND' && onMove !== null;
  // The same question again would be refused again: what helps comes first.
  const mustChange = code === 'TOO_LARGE' || code === 'INVALID';
  return (
    <Notice
      tone="watch"
      title={t.refused}
      isLive
      action={
        <div className={styles.actions}>
          {isMoved && (
            <Button kind="action" icon="plus" onClick={onMove}>
              {t.inNewTalk}
            </Button>
          )}
          {!isMoved && !mustChange && (
            <Button kind="action" icon="rotate" onClick={onRetry}>
              {t.retry}
            </Button>
          )}
          <Button kind={mustChange ? 'action' : 'quiet'} icon="pencil" onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
          <Button kind="quiet" icon="trash" onClick={onDiscard}>
            {t.discard}
          </Button>
        </div>
      }
    >
      {isOwnWord ? t[`refused_${code}`] : say(error)} {memory !== null && t.refusedHere}
      <EditQuestion text={text} isOpen={isEditing} isReplaced onClose={() => setEditing(false)} onAsk={onEdit} />
    </Notice>
  );
}
