'use client';

import { type HeldTip, openSearch, type SearchHit, type SearchIndex, searchRecords } from '@heliograph/offline';
import type { RefRow } from '@heliograph/sync';
import { useEffect, useMemo, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import type { ListedProcedure } from '../procedure/use-procedures.ts';
import { isInUse, useTips } from '../tips/use-tips.ts';

/** Procedures and tips found on this phone, best first; null while nothing is asked, or the index is being made. */
export function useSearch(query: string, library: readonly ListedProcedure[] | undefined): readonly SearchHit[] | null {
  const { view } = useField();
  const tips = useTips();
  const [index, setIndex] = useState<SearchIndex | null>(null);
  useEffect(() => {
    if (library === undefined || tips === undefined) return;
    let isGone = false;
    void makeIndex(view.cache, library, tips.filter(isInUse)).then((made) => isGone || setIndex(made));
    return () => {
      isGone = true;
    };
  }, [library, tips, view]);
  return useMemo(() => (index === null || query.trim() === '' ? null : index.search(query, { kinds: ['procedure', 'tip'] })), [index, query]);
}

type CacheStore = ReturnType<typeof useField>['view']['cache'];

async function makeIndex(cache: CacheStore, library: readonly ListedProcedure[], tips: readonly HeldTip[]): Promise<SearchIndex> {
  const rows = await cache.read(async (tx): Promise<readonly RefRow[]> => {
    const shown = (await tx.meta())?.shown ?? 0;
    return tx.refs(shown, 'procedure');
  });
  const contents = library.flatMap(({ ref, content }) => (content === null ? [] : [{ hash: ref.hash, content }]));
  const index = await openSearch();
  await index.update(searchRecords([...rows, ...tips.map((body) => ({ kind: 'tip' as const, id: body.id, q: 0, body }))], contents));
  return index;
}
