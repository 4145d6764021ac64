import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { SearchField, SearchKind, SearchPart, SearchRecord } from './search-record.ts';
import { mistakesIn, queryWordsOf, wordsOf } from './words.ts';

/** Records taken in between two breaths of the page. */
const CHUNK = 50;
const WEIGHT: Readonly<Record<SearchField, number>> = { code: 6, title: 4, tags: 3, step: 1, text: 1 };
const FIELDS: readonly SearchField[] = ['title', 'code', 'tags', 'step', 'text'];

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly score: number;
  /** The weightiest place where it was found, and the step's id when that is one. */
  readonly field: SearchField;
  readonly step: string | null;
}

export interface SearchIndex {
  /** Makes the index hold exactly these; what did not change costs nothing. May be searched meanwhile. */
  update(records: readonly SearchRecord[]): Promise<void>;
  /** Best first. All words must be found, else some. */
  search(query: string, options?: { kinds?: readonly SearchKind[]; limit?: number }): SearchHit[];
}

const keyOf = ({ kind, id }: SearchRecord): string => `${kind} ${id}`;

/** Loads the search library only now: the first screen does not pay for it. */
export async function openSearch(): Promise<SearchIndex> {
  const { default: Library } = await import('minisearch');
  const index = new Library<SearchRecord>({
    fields: [...FIELDS],
    extractField: (record, field) =>
      field === 'id'
        ? keyOf(record)
        : record.parts
            .filter((part) => part.field === field)
            .map(({ text }) => text)
            .join('\n'),
    tokenize: wordsOf,
    // Already folded by the tokeniser.
    processTerm: (word) => word,
  });
  const held = new Map<string, SearchRecord>();
  let turn = Promise.resolve();
  return {
    update: (records) => {
      // One after the other: a record half taken in cannot be taken out.
      turn = turn.then(() => update(index, held, records));
      return turn;
    },
    search: (query, { kinds, limit = 30 } = {}) => {
      const ask = (combineWith: 'AND' | 'OR') =>
        find(index, query, combineWith).filter(({ id }) => kinds === undefined || kinds.includes(kindOf(held, id)));
      const all = ask('AND');
      return (all.length > 0 ? all : ask('OR')).slice(0, limit).flatMap((result) => hitOf(held, result));
    },
  };
}

async function update(index: MiniSearch<SearchRecord>, held: Map<string, SearchRecord>, records: readonly SearchRecord[]): Promise<void> {
  const wanted = new Set(records.map(keyOf));
  const changed = records.filter((record) => held.get(keyOf(record))?.stamp !== record.stamp);
  const gone = [...held.keys()].filter((key) => !wanted.has(key));
  for (const key of [...gone, ...changed.map(keyOf).filter((key) => held.has(key))]) {
    held.delete(key);
    index.discard(key);
  }
  for (const record of changed) held.set(keyOf(record), record);
  await index.addAllAsync(changed, { chunkSize: CHUNK });
}

const MATCH = { tokenize: queryWordsOf, boost: WEIGHT, prefix: (word: string) => word.length > 1 } as const;
/** A word found with wrong letters, beside one found as it was typed. */
const MISSPELT = 0.3;

function find(index: MiniSearch<SearchRecord>, query: string, combineWith: 'AND' | 'OR'): SearchResult[] {
  const isWritten = (word: string) => index.search(word, MATCH).length > 0;
  return index.search(query, {
    ...MATCH,
    combineWith,
    fuzzy: mistakesIn,
    weights: { prefix: 0.6, fuzzy: MISSPELT },
    // A word that stands nowhere is a slip of the thumb: what was meant counts in full, or the words beside it would decide alone.
    boostTerm: (word) => (isWritten(word) ? 1 : 1 / MISSPELT),
  });
}

const kindOf = (held: ReadonlyMap<string, SearchRecord>, key: string): SearchKind => held.get(key)?.kind ?? 'tip';

function hitOf(held: ReadonlyMap<string, SearchRecord>, { id, score, match }: SearchResult): SearchHit[] {
  const record = held.get(id);
  if (record === undefined) return [];
  const found = Object.keys(match);
  const counted = record.parts.map((part) => ({ part, weight: WEIGHT[part.field] * matches(part, found) }));
  const best = counted.reduce<{ part: SearchPart | null; weight: number }>((top, one) => (one.weight > top.weight ? one : top), {
    part: null,
    weight: 0,
  });
  return [{ kind: record.kind, id: record.id, score, field: best.part?.field ?? 'text', step: best.part?.id ?? null }];
}

/** Words of the parts that were shown as hits: a procedure's text is long, and the next letter typed asks again. */
const wordSets = new WeakMap<SearchPart, ReadonlySet<string>>();

/** How many of the words found stand here. */
function matches(part: SearchPart, found: readonly string[]): number {
  const words = wordSets.get(part) ?? new Set(wordsOf(part.text));
  wordSets.set(part, words);
  return found.filter((word) => words.has(word)).length;
}
