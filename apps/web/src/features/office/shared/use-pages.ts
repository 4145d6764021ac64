'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from './every-page.ts';

interface Wish<Some extends Page<unknown>> {
  /** Names the list for the cache, its filter included. */
  readonly key: readonly unknown[];
  /** ms from one look to the next; false: nobody looks. */
  readonly every?: number | false;
  read(at: { cursor?: string }, options: { signal: AbortSignal }): Promise<Some>;
}

const firstPage: string | null = null;

/** A list of the server's that is shown page by page. While another filter is read, what was shown stays. */
export function usePages<Some extends Page<unknown>>({ key, every = false, read }: Wish<Some>) {
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: every,
    placeholderData: (before) => before,
  });
  const rows: readonly Some['items'][number][] = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return { pages, rows };
}
