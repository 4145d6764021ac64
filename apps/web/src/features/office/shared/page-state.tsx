'use client';

import { Button, ErrorState, Skeleton } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { refusalIn } from './refusal.ts';
import { useOfficeRefusal } from './use-office-refusal.ts';

interface UnreadProps {
  readonly title: string;
  readonly error: unknown;
  /** What is safe all the same. */
  readonly safe?: string | undefined;
  onRetry(): void;
}

/** What could not be read, why, and another try. */
export function Unread({ title, error, safe, onRetry }: UnreadProps) {
  const t = useMessages(common);
  const say = useOfficeRefusal();
  return (
    <ErrorState
      title={title}
      safe={safe}
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

interface ReadProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; refetch(): unknown };
  readonly words: { readonly loading: string; readonly failed: string; readonly safe?: string };
  /** Of the skeleton. */
  readonly lines?: number;
  /** Instead of an error, when the server has no such thing (any more) or not for this person. */
  readonly missing?: ReactNode;
  children(data: Data): ReactNode;
}

/**
 * What a screen reads from the server, in all its states. What was read once stays where it is while it is
 * asked for again, and when asking again fails: somebody may be writing into it.
 */
export function Read<Data>({ query: { data, error, refetch }, words, lines = 8, missing, children }: ReadProps<Data>) {
  if (missing !== undefined && error !== null && refusalIn(error).code === 'NOT_FOUND') return missing;
  return (
    <>
      {data === undefined && error === null && <Skeleton label={words.loading} lines={lines} />}
      {error !== null && <Unread title={words.failed} error={error} safe={words.safe} onRetry={() => void refetch()} />}
      {data !== undefined && children(data)}
    </>
  );
}
