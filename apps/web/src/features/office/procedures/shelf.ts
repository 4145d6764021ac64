import type { Localized } from '@heliograph/domain';
import type { Output } from '../../../platform/rpc.ts';

export type ShelfItem = Output<'procedure.shelf'>['items'][number];

export const SHOWN = ['used', 'draft', 'waiting', 'archived'] as const;
export type Shown = (typeof SHOWN)[number];

export type ShelfState = 'published' | 'draft' | 'changed' | 'waiting' | 'archived';

/** The one word about a procedure: what somebody may have to do comes before what is settled. */
export function stateOf({ archivedAt, version, draft, isProposed }: ShelfItem): ShelfState {
  if (archivedAt !== null) return 'archived';
  if (isProposed) return 'waiting';
  if (version === null) return 'draft';
  return draft === null ? 'published' : 'changed';
}

const SHOWS: Readonly<Record<Shown, (item: ShelfItem) => boolean>> = {
  used: ({ archivedAt, version }) => archivedAt === null && version !== null,
  draft: ({ archivedAt, draft }) => archivedAt === null && draft !== null,
  waiting: ({ archivedAt, isProposed }) => archivedAt === null && isProposed,
  archived: ({ archivedAt }) => archivedAt !== null,
};

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export interface ShelfFilter {
  readonly shown: Shown;
  /** '' for all. */
  readonly category: string;
  readonly query: string;
}

/** Procedures that a filter leaves: every word in title, code or tags, in either language, whatever the accents. */
export function shelfOf(items: readonly ShelfItem[], { shown, category, query }: ShelfFilter): readonly ShelfItem[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = plain([item.slug, item.title?.fr, item.title?.en, ...item.tags].join(' '));
    return SHOWS[shown](item) && (category === '' || item.category === category) && words.every((word) => text.includes(word));
  });
}

/** How many each view holds, for its label. */
export const countsOf = (items: readonly ShelfItem[]): Readonly<Record<Shown, number>> => ({
  used: items.filter(SHOWS.used).length,
  draft: items.filter(SHOWS.draft).length,
  waiting: items.filter(SHOWS.waiting).length,
  archived: items.filter(SHOWS.archived).length,
});

/** A title in the reader's language, or in the other one where it is blank: a draft is written in one first. */
export function titleIn(title: Partial<Localized> | null | undefined, language: keyof Localized): string {
  const other = language === 'fr' ? 'en' : 'fr';
  return [title?.[language], title?.[other]].find((text) => text !== undefined && text.trim() !== '') ?? '';
}
