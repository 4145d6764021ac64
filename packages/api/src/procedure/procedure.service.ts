import { type LibraryEntry, listLibrary, listLimitConfirmations, readOrg, readProcedures } from '@heliograph/db';
import { type ProcedureHash, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

export interface LibraryFilter {
  readonly category?: string | undefined;
  readonly equipment?: string | undefined;
  readonly tag?: string | undefined;
  /** Words that all occur in title, description or tags, in either language, whatever their accents. */
  readonly query?: string | undefined;
  /** Slug of the last row of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface LibraryPage {
  readonly items: readonly LibraryEntry[];
  readonly nextCursor: string | null;
}

/** The library of the organisation, by slug. */
export async function searchLibrary({ db }: Pick<Deps, 'db'>, actor: Actor, { cursor = '', limit, ...filter }: LibraryFilter): Promise<LibraryPage> {
  const all = await readOrg(db, actor, listLibrary);
  const found = all.filter((entry) => entry.slug > cursor && matches(entry, filter));
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.slug ?? null) : null };
}

function matches(entry: LibraryEntry, { category, equipment, tag, query }: Omit<LibraryFilter, 'cursor' | 'limit'>): boolean {
  if (category !== undefined && entry.category !== category) return false;
  if (equipment !== undefined && !entry.equipmentTypes.includes(equipment)) return false;
  if (tag !== undefined && !entry.tags.includes(tag)) return false;
  const text = plain([entry.title.fr, entry.title.en, entry.description.fr, entry.description.en, ...entry.tags].join(' '));
  return plain(query ?? '')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** One version with its content, publication and the limits that somebody confirmed; by hash whatever became of it, by slug the newest. */
export const openProcedure = ({ db }: Pick<Deps, 'db'>, actor: Actor, name: { hash: ProcedureHash } | { slug: string }) =>
  readOrg(db, actor, async (tx) => {
    const hash = 'hash' in name ? name.hash : (await listLibrary(tx)).find(({ slug }) => slug === name.slug)?.hash;
    const [version] = hash === undefined ? [] : await readProcedures(tx, [hash]);
    return version === undefined ? refuse('NOT_FOUND') : { ...version, confirmations: await listLimitConfirmations(tx, version.hash) };
  });
