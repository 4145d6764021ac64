'use client';

import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../platform/trpc.tsx';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** All pages of a list, for a choice that must miss nobody. */
export async function everyPage<Item>(read: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read(cursor === null ? {} : { cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

const LIMIT = 100;

/** Sites in use that the person may see, by name. */
export function useSites() {
  const { client } = trpc.useUtils();
  return useQuery({ queryKey: ['every site'], queryFn: () => everyPage((at) => client.site.list.query({ limit: LIMIT, ...at })) });
}

/** Everybody who may be given work, by name. */
export function useColleagues() {
  const { client } = trpc.useUtils();
  return useQuery({
    queryKey: ['every colleague'],
    queryFn: () => everyPage((at) => client.person.list.query({ limit: LIMIT, statuses: ['active'], ...at })),
  });
}

/** The library of the organisation, by its short names. */
export function useOfficeLibrary() {
  const { client } = trpc.useUtils();
  return useQuery({ queryKey: ['every procedure'], queryFn: () => everyPage((at) => client.procedure.list.query({ limit: LIMIT, ...at })) });
}
