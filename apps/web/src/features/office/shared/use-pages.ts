'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  return { pages: { ...pages, ...useMore(JSON.stringify(key), pages) }, rows };
}

type Pages = Pick<ReturnType<typeof useInfiniteQuery>, 'fetchNextPage' | 'hasNextPage' | 'isFetching' | 'isFetchingNextPage' | 'isError'> & {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
};

/**
 * The next page, asked for until it is there. A change that somebody makes meanwhile has the list read anew, which takes the page on its way back:
 * the tap that asked for it still counts.
 */
function useMore(list: string, { data, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isError }: Pages) {
  const [wish, setWish] = useState({ list, pages: 1 });
  const shown = data?.pages.length ?? 0;
  const isWanted = wish.list === list && shown > 0 && shown < wish.pages && hasNextPage && !isError;
  useEffect(() => {
    if (isWanted && !isFetching) void fetchNextPage({ cancelRefetch: false });
  }, [isWanted, isFetching, fetchNextPage]);
  const more = () => {
    setWish({ list, pages: shown + 1 });
    void fetchNextPage();
  };
  return { fetchNextPage: more, isFetchingNextPage: isWanted || isFetchingNextPage };
}
