'use client';

import { Button, Cluster, Skeleton, Stack, Text, VisuallyHidden } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { Unread } from './page-state.tsx';

/** What `usePages` hands out, as far as it is drawn here. */
interface ShownPages {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

interface PagedListProps<Row> {
  readonly pages: ShownPages;
  readonly rows: readonly Row[];
  readonly words: { readonly loading: string; readonly failed: string; readonly more: string; count?(rows: number): string };
  /** What is said where there is nothing. */
  readonly empty: ReactNode;
  children(rows: readonly Row[]): ReactNode;
}

/** A list in all its states: on its way, unreadable, empty, there; below it the next page and how many are shown. */
export function PagedList<Row>({ pages, rows, words, empty, children }: PagedListProps<Row>) {
  return (
    <Stack gap={5}>
      {pages.isPending && <Skeleton label={words.loading} lines={8} />}
      {pages.error !== null && <Unread title={words.failed} error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && empty}
      {rows.length > 0 && children(rows)}
      <Cluster gap={4} align="center">
        <MoreRows pages={pages} label={words.more} />
        <Text kind="small" isSoft>
          <span role="status">{pages.isSuccess && <Count said={words.count?.(rows.length)} isSeen={rows.length > 0} />}</span>
        </Text>
      </Cluster>
    </Stack>
  );
}

/** How many are shown; where there is nothing, the words in its place are seen and the number is heard. */
const Count = ({ said, isSeen }: { said: string | undefined; isSeen: boolean }) => (isSeen ? said : <VisuallyHidden>{said}</VisuallyHidden>);

/** The door to the next page, where there is one. */
export function MoreRows({ pages, label }: { pages: Pick<ShownPages, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>; label: string }) {
  if (!pages.hasNextPage) return null;
  return (
    <Button kind="action" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {label}
    </Button>
  );
}
