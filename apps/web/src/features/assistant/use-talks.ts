'use client';

import { useCallback, useEffect, useState } from 'react';
import { mutate, type Output, query, RpcError } from '../../platform/rpc.ts';
import { keepNewest } from './keep-newest.ts';
import { useShell } from './shell.ts';

type Listing = Output<'conversation.list'>;
export type TalkItem = Pick<Listing['items'][number], 'id' | 'title' | 'folder' | 'isPinned' | 'sharedAt' | 'movedAt'>;

export interface Talks {
  readonly items: readonly TalkItem[];
  readonly folders: Listing['folders'];
  readonly hasMore: boolean;
  /** Read from this device alone. */
  readonly isStale: boolean;
}

const PAGE = 50;
const WAIT_MS = 250;

/** The person's conversations, by folder or by words; null while nobody knows. */
export function useTalks({ folder, words, version }: { folder: string | null; words: string; version: number }) {
  const { memory } = useShell();
  const [talks, set] = useState<Talks | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const load = useCallback(async () => {
    try {
      if (words.trim() !== '') {
        const items = await query('conversation.search', { query: words.trim().slice(0, 200) });
        return set((before) => ({ folders: before?.folders ?? [], items, hasMore: false, isStale: false }));
      }
      const { items, folders, nextCursor } = await query('conversation.list', { limit, ...(folder === null ? {} : { folder }) });
      set({ items, folders, hasMore: nextCursor !== null && limit < 100, isStale: false });
      if (folder === null) void keepNewest(memory, items);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const kept = (await memory?.recents().catch(() => [])) ?? [];
      set({ items: kept.filter(({ isOwn }) => isOwn).map(({ conversation }) => conversation), folders: [], hasMore: false, isStale: true });
    }
  }, [folder, words, limit, memory]);
  useEffect(() => {
    // Nothing is asked while a finger is typing; a new version is read at once.
    if (version < 0) return;
    const timer = setTimeout(() => void load(), words === '' ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [load, words, version]);
  useEffect(() => {
    // What was read on this device alone is read again when the server may be there.
    const again = () => void load();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [load]);
  return { talks, showMore: () => setLimit(100) };
}

/** The folders of the person's conversations, '' for the first one; none while nobody knows. */
export function useFolders(): readonly string[] {
  const [folders, set] = useState<readonly string[]>([]);
  useEffect(() => {
    query('conversation.list', { limit: 1 }).then(
      (listing) => set(listing.folders.map(({ name }) => name)),
      () => undefined,
    );
  }, []);
  return folders;
}

/** Takes a conversation away, or puts it back. @returns whether it was done */
export const removeTalk = (id: TalkItem['id'], isUndone = false): Promise<boolean> =>
  mutate('conversation.remove', { id, isUndone }).then(
    () => true,
    () => false,
  );
