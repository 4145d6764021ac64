'use client';

import type { AppRouter } from '@heliograph/api';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import { type ReactNode, useState } from 'react';
import { endedByServer, useSession } from './session.ts';

/** The server as the office reads it: `trpc.execution.list.useQuery(…)`. The field never imports this: it works without a network. */
export const trpc = createTRPCReact<AppRouter>();

const URL_OF_API = '/api/trpc';
/** The server refuses more calls at once. */
const MOST_IN_A_BATCH = 20;
/** How often the office asks again while nothing tells it of changes, ms. */
const WITHOUT_STREAM_MS = 15_000;

export function OfficeData({ children }: { children: ReactNode }) {
  const [queries] = useState(createQueries);
  const [client] = useState(createClient);
  return (
    <trpc.Provider client={client} queryClient={queries}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

const dataOf = (error: unknown) =>
  error instanceof TRPCClientError ? (error.data as { readonly code?: string; readonly details?: { readonly reason?: unknown } } | null) : null;
const codeOf = (error: unknown): string | null => dataOf(error)?.code ?? null;
/** What may only deliver has nothing to do in the office: whose session was closed signs in again, and who is suspended is told so there. */
const isEnd = (error: unknown): boolean => codeOf(error) === 'SIGNED_OUT' || dataOf(error)?.details?.reason === 'deliver_only';

function createQueries(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isEnd(error) && endedByServer() }),
    defaultOptions: {
      // What the browser says about the network is a hint; the answer is the truth (H23).
      queries: { networkMode: 'offlineFirst', staleTime: 5000, retry: (failures, error) => codeOf(error) === null && failures < 2 },
      mutations: { networkMode: 'offlineFirst', retry: false },
    },
  });
}

const createClient = () =>
  trpc.createClient({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url: URL_OF_API }),
        false: httpBatchLink({ url: URL_OF_API, maxItems: MOST_IN_A_BATCH }),
      }),
    ],
  });

/** `live`: the server tells of changes as they come. `asking`: the stream is cut, and everything shown is asked for again now and then; `connecting`: nobody knows yet. */
export type Liveness = 'connecting' | 'live' | 'asking';

/** Keeps what is on screen fresh: a poke from the server asks again for everything shown. Call it once in a page that should be live. */
export function useLive(): Liveness {
  const utils = trpc.useUtils();
  const session = useSession();
  // Begun anew once somebody has signed in again: a stream that was refused does not come back by itself.
  const enabled = session.kind === 'person' && !session.isOver;
  const { status, error } = trpc.live.pokes.useSubscription(undefined, { enabled, onData: () => void utils.invalidate() });
  if (status === 'pending') return 'live';
  return status === 'connecting' && error === null ? 'connecting' : 'asking';
}

/** For `refetchInterval`: never while the stream is there. */
export const refetchEvery = (liveness: Liveness): number | false => (liveness === 'live' ? false : WITHOUT_STREAM_MS);
