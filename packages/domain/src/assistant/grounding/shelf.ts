import type { Language } from '../../text.ts';
import { foldedWords } from '../safety/fold.ts';
import { fuse, type Ranked, type Retrieved } from './fuse.ts';
import type { Passage } from './passages.ts';
import { type QuestionWord, questionWords } from './question-words.ts';
import { telling } from './relevance.ts';
import { likely } from './similar.ts';

/** A library held in memory, for a phone without a network. */
export interface Shelf {
  /** What it says about a question, best first; nothing where it cannot answer. */
  find(question: string, limit: number): Retrieved[];
}

/** What others call a thing counts less than the word itself, and a guess at a misspelt word a little less; as on the server. */
const ALSO = 0.6;
const GUESSED = 0.8;
const CANDIDATES = 40;

type Postings = ReadonlyMap<string, ReadonlyMap<number, number>>;

export function shelfOf(passages: readonly Passage[]): Shelf {
  const shelves = (['fr', 'en'] as const).map((language) => ({ language, postings: postingsOf(passages, language) }));
  return {
    find: (question, limit) => {
      const words = questionWords(question);
      const rows = shelves.flatMap(({ language, postings }) => rank(words, postings, passages).map((row) => ({ ...row, language })));
      return fuse(rows, passages.length).slice(0, limit);
    },
  };
}

/** Weights of words as the server gives them: a title's most, what stands around least, all of them less in a long passage. */
function postingsOf(passages: readonly Passage[], language: Language): Postings {
  const postings = new Map<string, Map<number, number>>();
  for (const [at, { title, passage, around }] of passages.entries()) {
    const said = new Map<string, number>();
    const parts = [
      { text: title[language], weight: 3 },
      { text: passage[language], weight: 1 },
      { text: around[language], weight: 0.5 },
    ];
    for (const { text, weight } of parts) for (const root of foldedWords(text).map(rootOf)) said.set(root, (said.get(root) ?? 0) + weight);
    for (const [root, times] of said) {
      const places = postings.get(root) ?? new Map<number, number>();
      postings.set(root, places.set(at, (2.2 * times) / (times + 1.2 * (0.5 + 0.5 * (said.size / 60)))));
    }
  }
  return postings;
}

function rank(words: readonly QuestionWord[], postings: Postings, passages: readonly Passage[]): Omit<Ranked, 'language'>[] {
  const held = words.map((word) => placesOf(word, postings));
  const scores = new Map<number, { score: number; found: number[] }>();
  for (const [place, places] of held.entries())
    for (const [at, weight] of places) {
      const { score, found } = scores.get(at) ?? { score: 0, found: [] };
      scores.set(at, { score: score + weight * telling(places.size, passages.length), found: [...found, place] });
    }
  const seen = held.map(({ size }) => size);
  return [...scores]
    .toSorted(([a, { score: one }], [b, { score: other }]) => other - one || a - b)
    .slice(0, CANDIDATES)
    .flatMap(([at, { found }]) => {
      const source = passages[at];
      return source === undefined ? [] : [{ ...source, found, seen }];
    });
}

/** Where a word occurs, or what others call it, or else what it may have been meant for; with its best weight. */
function placesOf({ word, also }: QuestionWord, postings: Postings): ReadonlyMap<number, number> {
  const direct = merged([{ text: word, factor: 1 }, ...also.map((text) => ({ text, factor: ALSO }))], postings);
  if (direct.size > 0) return direct;
  const alike = [...postings.keys()].filter((root) => root.startsWith(word.slice(0, 1)) && root.length > 3);
  return merged(
    likely(rootOf(word), alike).map((text) => ({ text, factor: GUESSED })),
    postings,
  );
}

function merged(asked: readonly { readonly text: string; readonly factor: number }[], postings: Postings): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { text, factor } of asked)
    for (const [at, weight] of postings.get(rootOf(text)) ?? []) best.set(at, Math.max(best.get(at) ?? 0, factor * weight));
  return best;
}

/** Endings that change a word's role and not its meaning, in both languages, longest first. */
const ENDING = /(?:ements|ement|ations|ation|ateurs|ateur|ages|age|ings|ing|ants|ant|ents|ent|ees|ee|ers|er|ez|ies|ed|es|s|x|e|y)$/;

/** A word without its ending; four letters are left to it. */
function rootOf(word: string): string {
  const root = word.replace(ENDING, '');
  return root.length >= 4 ? root : word.replace(/[sx]$/, '');
}
