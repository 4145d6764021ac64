import { useMemo } from 'react';
import { tellAccount } from './preferences.ts';
import { type Cell, cell, type Readable, useReadable } from './readable.ts';

/** What a person keeps at hand, by slug; beside it what their account has not heard of. */
interface Held {
  readonly slugs: readonly string[];
  readonly isUnsent: boolean;
}

const NONE: Held = { slugs: [], isUnsent: false };
const MOST = 300;
const cells = new Map<string, Cell<Held>>();
const keyOf = (person: string): string => `heliograph.favourites:${person}`;

function heldBy(person: string): Cell<Held> {
  const known = cells.get(person) ?? cell(read(person));
  cells.set(person, known);
  return known;
}

function read(person: string): Held {
  try {
    const { slugs, isUnsent } = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null') ?? NONE;
    return Array.isArray(slugs) ? { slugs: slugs.filter((slug) => typeof slug === 'string'), isUnsent: isUnsent === true } : NONE;
  } catch {
    return NONE;
  }
}

function keep(person: string, next: Held): void {
  localStorage.setItem(keyOf(person), JSON.stringify(next));
  heldBy(person).set(next);
}

/** Procedures that a person keeps at hand, the last first; they follow the person to every device. */
export function favouritesOf(person: string): Readable<readonly string[]> {
  const held = heldBy(person);
  return { get: () => held.get().slugs, subscribe: held.subscribe };
}

export const useFavourites = (person: string): readonly string[] => useReadable(useMemo(() => favouritesOf(person), [person]));

/** Holds at once, on this device; the account hears of it when it can. */
export function keepAtHand(person: string, slug: string, isKept: boolean): void {
  const others = heldBy(person)
    .get()
    .slugs.filter((one) => one !== slug);
  keep(person, { slugs: isKept ? [slug, ...others].slice(0, MOST) : others, isUnsent: true });
  tellAccount();
}

/** What the account has not heard of yet. */
export function unsentFavourites(person: string): { favourites?: string[] } {
  const { slugs, isUnsent } = heldBy(person).get();
  return isUnsent ? { favourites: [...slugs] } : {};
}

/** What the account says, from whichever device. @param sent what it was just told; something chosen meanwhile still waits */
export function accountKeeps(person: string, said: readonly string[] | undefined, sent: readonly string[] | undefined): void {
  const { slugs, isUnsent } = heldBy(person).get();
  const isHeard = isUnsent && sent !== undefined && sent.join(' ') === slugs.join(' ');
  if (isUnsent && !isHeard) return;
  // An older server knows nothing of them.
  const next = said ?? slugs;
  if (isHeard || next.join(' ') !== slugs.join(' ')) keep(person, { slugs: next, isUnsent: false });
}
