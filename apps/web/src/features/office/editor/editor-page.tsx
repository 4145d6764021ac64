'use client';

import { EmptyState, Skeleton } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useSession } from '../../../platform/session.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Unread } from '../shared/page-state.tsx';
import { refusalIn } from '../shared/refusal.ts';
import { useCan } from '../shared/use-can.ts';
import { Desk } from './desk.tsx';
import { editorMessages } from './messages.ts';

/** One procedure's draft, opened to be written. */
export default function EditorPage({ code }: { code: string }) {
  const t = useMessages(editorMessages);
  const live = useLive();
  const mayWrite = useCan('procedure.write');
  // Once: what comes later is put together with what is typed here, never over it.
  const query = trpc.procedure.draft.useQuery({ slug: code }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false });
  useTitle(t.pageTitle);
  return (
    <OfficeFrame liveness={live}>
      {query.isPending && <Skeleton label={t.loading} lines={10} />}
      {query.isError && query.data === undefined && <Missing error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (mayWrite ? <Opened first={query.data} /> : <EmptyState title={t.notAllowed}>{t.notAllowedText}</EmptyState>)}
    </OfficeFrame>
  );
}

/** A procedure that is not there (any more) says so; words kept in this browser for it are not lost by that. */
function Missing({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const t = useMessages(editorMessages);
  return refusalIn(error).code === 'NOT_FOUND' ? (
    <EmptyState title={t.notFound}>{t.notFoundText}</EmptyState>
  ) : (
    <Unread title={t.failed} error={error} onRetry={onRetry} />
  );
}

function Opened({ first }: { first: Output<'procedure.draft'> }) {
  const session = useSession();
  return session.kind === 'person' ? <Desk first={first} identity={session.identity} /> : null;
}
