import type { Language } from '../../../text.ts';

/** Sentences in both languages, one a line, as people at a plant write and as models answer. */
export type Sentences = Readonly<Record<Language, readonly string[]>>;

/** A corpus is split line by line: the words are mended against the first half and judged on the second, which nobody tunes for. */
export type Half = 'developed' | 'held_out';

/** The sentences of a text, one a line. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const halfOf = (sentences: readonly string[], half: Half): readonly string[] =>
  sentences.filter((_, place) => place % 2 === (half === 'developed' ? 0 : 1));
