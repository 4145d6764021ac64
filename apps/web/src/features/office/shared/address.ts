'use client';

import { navigate, usePlace } from '../../../platform/router.ts';

type Filters<Name extends string> = Readonly<Record<Name, string>>;

/** What the address says after `?`; '' where it says nothing. */
export function readAddress<const Name extends string>(search: string, names: readonly Name[]): Filters<Name> {
  const query = new URLSearchParams(search);
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) given[name] = query.get(name) ?? '';
  // Every name was just given its value.
  return given as Filters<Name>;
}

/** The address with other values; what is empty is left out. */
export function withValues(path: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Filters that live in the address: they survive "back" and can be sent to a colleague. */
export function useAddress<const Name extends string>(names: readonly Name[]) {
  const { path, search } = usePlace();
  const values = readAddress(search, names);
  const change = (wish: Partial<Filters<Name>>): void => navigate(withValues(path, { ...values, ...wish }), { isReplaced: true });
  return { values, change, isFiltered: names.some((name) => values[name] !== '') };
}
